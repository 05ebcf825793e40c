namespace Guildhall.Web.Features.Directory.Register;

/// <summary>How far the reading of the file of schools is.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Percent">Of the file's bytes; <see langword="null"/> when its length is not known.</param>
public readonly record struct RegisterProgress(int Rows, int? Percent);
