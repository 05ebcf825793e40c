namespace Guildhall.Web.Platform.SignIn.Guessing;

/// <summary>What people who must think of a passphrase at a school think of first. Written for Guildhall; add what is missing.</summary>
internal static class CommonPieces
{
    private const string Text = """
        password passphrase passcode passwort secret letmein welcome login logon signin access enter open sesame admin administrator root user guest
        test testing temp temporary default change changeme changeit master system computer internet windows microsoft office google gmail outlook
        iloveyou iloveu love lovely forever always family mummy daddy mother father sister brother baby angel princess prince sunshine shadow flower
        dragon monkey tiger eagle falcon phoenix unicorn rainbow buster charlie thomas george harry jessica daniel michael jordan ashley sophie oliver
        football rugby cricket tennis hockey soccer baseball liverpool arsenal chelsea everton united city rangers celtic tottenham spurs villa england
        scotland wales ireland britain london manchester birmingham leeds newcastle summer autumn winter spring easter christmas holiday birthday january
        february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday weekend
        today tomorrow school college academy primary secondary nursery infant junior trust class classroom teacher teaching teach head headteacher
        deputy assistant pupil pupils student students staff staffroom governor office site lesson learning learn education training insetday inset
        training day workshop workshops guildhall guild hall development professional ofsted maths english science history geography music drama
        apple banana orange cherry chocolate coffee cookie cheese pizza biscuit pepper ginger sugar honey silver golden diamond purple yellow green blue
        black white red pink happy smile smiley hello hellohello goodbye goodmorning thankyou please sorry money lucky number magic power super superman
        batman spiderman pokemon pikachu starwars skywalker harrypotter hogwarts gandalf matrix freedom trustno trustnoone nothing whatever something
        correcthorsebatterystaple correct horse battery staple thequickbrownfox quickbrownfox jumpsoverthelazydog tobeornottobe thatisthequestion
        maytheforcebewithyou openthedoor onceuponatime abracadabra supercalifragilisticexpialidocious twinkletwinklelittlestar humptydumpty
        mypassword mypassphrase thisismypassword thisismypassphrase ilovemyjob ilovemyschool ihatepasswords idontknow iforgot forgot remember
        the and for you your our this that with from have not one two three four five six seven eight nine ten zero hundred thousand million
        """;

    private static readonly string[] KeyRows =
    [
        "1234567890", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiop", "azertyuiop",
        "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "q1w2e3r4t5y6u7i8o9p0", "1q2w3e4r5t6y7u8i9o0p",
        "!\"£$%^&*()", "!@#$%^&*()", "147258369", "112233445566778899", "aabbccddeeffgghhiijjkk", "a1b2c3d4e5f6g7h8i9j0", "1a2b3c4d5e6f7g8h9i",
        "314159265358979323846", "123456789101112131415",
    ];

    public static HashSet<string> Words { get; } =
        new(Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <summary>Neighbours on a keyboard or in the alphabet, round the end and in both directions.</summary>
    public static IReadOnlyList<string> Rows { get; } = [.. KeyRows.Select(row => row + row).SelectMany(row => new[] { row, new string([.. row.Reverse()]) })];
}
