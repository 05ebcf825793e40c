using System.Text.RegularExpressions;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>What role groups are called in schools' own files. Support staff are known by what they do.</summary>
public static partial class RoleWords
{
    private static readonly Dictionary<string, RoleGroup> Known = Words(
        (RoleGroup.SeniorLeader, "senior leader,senior leadership,senior leadership team,slt,smt,leader,leadership,head,headteacher,head teacher,executive headteacher,executive head,executive head teacher,deputy head,deputy headteacher,deputy head teacher,assistant head,assistant headteacher,assistant head teacher,principal,vice principal,assistant principal,associate principal,executive principal,director,director of education,executive director,ceo,chief executive,chief executive officer,deputy ceo,executive leader,leadership non teacher,head of school"),
        (RoleGroup.Teacher, "teacher,class teacher,classroom teacher,teaching staff,teaching,qualified teacher,unqualified teacher,ect,nqt,early career teacher,trainee teacher,supply teacher,subject leader,subject lead,middle leader,head of department,hod,head of year,head of faculty,phase leader,year leader,lead practitioner,senco,sendco,inclusion lead,lecturer,instructor,tutor,faculty,professor,adjunct,substitute,advisory teacher,peripatetic teacher,music teacher,nursery teacher,reception teacher"),
        (RoleGroup.TeachingAssistant, "teaching assistant,ta,tas,hlta,higher level teaching assistant,learning support assistant,lsa,learning support,classroom assistant,teacher assistant,assistant,paraprofessional,sen support,send support,sen teaching assistant,send teaching assistant,sen support assistant,nursery nurse,nursery practitioner,nursery assistant,early years practitioner,early years educator,cover supervisor,special needs assistant,inclusion assistant,eal assistant,graduate teaching assistant,one to one support"),
        (RoleGroup.Office, "office,office staff,office and business staff,office administrator,office manager,admin,administration,administrator,administrative,administrative assistant,admin assistant,admin staff,clerical,receptionist,reception,secretary,school secretary,pa,personal assistant,business manager,school business manager,school business professional,school business leader,sbm,bursar,finance,finance officer,finance manager,finance assistant,hr,hr officer,hr manager,human resources,data manager,data officer,exams officer,examinations officer,attendance officer,marketing officer,business staff,business support,clerk"),
        (RoleGroup.SiteAndPremises, "site,site and premises staff,site staff,site manager,site supervisor,site team,premises,premises staff,premises manager,premises officer,caretaker,senior caretaker,cleaner,cleaning,groundskeeper,grounds,facilities,facilities manager,estates,estates manager,handyperson,driver"),
        (RoleGroup.Catering, "catering,catering staff,catering assistant,catering manager,cook,chef,school cook,kitchen,kitchen staff,kitchen assistant,kitchen manager,canteen,dining hall assistant"),
        (RoleGroup.TechnicianAndIt, "technician,technicians and it staff,technicians,science technician,lab technician,laboratory technician,dt technician,design technician,art technician,food technician,senior technician,it,ict,it staff,it technician,ict technician,it support,it manager,ict manager,network manager,it administrator,it admin,systems manager,library,librarian,library assistant"),
        (RoleGroup.PastoralAndHealth, "pastoral,pastoral and health staff,pastoral staff,pastoral manager,pastoral lead,pastoral support,pastoral support worker,learning mentor,mentor,behaviour mentor,family support worker,family support,family liaison officer,counsellor,school counsellor,nurse,school nurse,matron,welfare,welfare assistant,welfare officer,first aider,safeguarding officer,safeguarding lead,designated safeguarding lead,dsl,attendance and welfare officer,education welfare officer,therapist,occupational therapist,physical therapist,speech therapist,speech and language therapist,vision therapist,special services,advisor,careers adviser,careers advisor,chaplain"),
        (RoleGroup.Governor, "governor,governors and trustees,governors,trustee,chair of governors,parent governor,staff governor,chair of trustees,member,local governor,clerk to governors"));

    // They say that somebody works in the school, and not as what: the job title decides.
    private static readonly HashSet<string> Vague = new(
        ["support staff", "support", "staff", "other", "non teaching", "non teaching staff", "other support", "other support staff", "associate staff", "affiliate", ""],
        StringComparer.Ordinal);

    /// <summary>The role group of a row.</summary>
    /// <param name="role">What the file calls the role; may be empty.</param>
    /// <param name="jobTitle">The job's title; may be empty.</param>
    /// <param name="remembered">What somebody chose earlier, by <see cref="KeyOf"/>.</param>
    /// <param name="unknown">The word that nobody knows; empty when the group was found.</param>
    public static RoleGroup? Find(string role, string jobTitle, IReadOnlyDictionary<string, RoleGroup> remembered, out string unknown)
    {
        unknown = "";
        var key = KeyOf(role);
        if (One(key, remembered) is { } group)
            return group;
        if (Vague.Contains(key) && One(KeyOf(jobTitle), remembered) is { } byJob)
            return byJob;
        unknown = key.Length > 0 && !(Vague.Contains(key) && jobTitle.Length > 0) ? role.Trim() : jobTitle.Trim();
        return null;
    }

    /// <summary>Small letters and digits with one blank between words: "TeacherAssistant" and "teacher-assistants" are "teacher assistant".</summary>
    public static string KeyOf(string word) =>
        string.Join(' ', NoWord().Replace(NewWord().Replace(word, " "), " ").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static RoleGroup? One(string key, IReadOnlyDictionary<string, RoleGroup> remembered)
    {
        if (remembered.TryGetValue(key, out var chosen) || Known.TryGetValue(key, out chosen))
            return chosen;
        if (key.EndsWith('s') && Known.TryGetValue(key[..^1], out chosen))
            return chosen;
        // "Teacher of history", "Teacher (maths)", "Year 4 teacher".
        if (key.StartsWith("teacher ", StringComparison.Ordinal) || key.EndsWith(" teacher", StringComparison.Ordinal))
            return key.Contains("assistant", StringComparison.Ordinal) ? RoleGroup.TeachingAssistant : RoleGroup.Teacher;
        return key.Contains("teaching assistant", StringComparison.Ordinal) ? RoleGroup.TeachingAssistant : null;
    }

    private static Dictionary<string, RoleGroup> Words(params (RoleGroup Group, string Words)[] rows)
    {
        var known = new Dictionary<string, RoleGroup>(StringComparer.Ordinal);
        foreach (var (group, words) in rows)
        {
            foreach (var word in words.Split(',').Append(KeyOf(group.Words())).Append(KeyOf(group.ToString())))
                known[word] = group;
        }
        return known;
    }

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoWord();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NewWord();
}
