namespace Guildhall.Web.Features.Directory.Import;

public sealed record PeopleReport;
