namespace Guildhall.Bench.Days.Example;

/// <summary>The names of the example day: common names of England, combined by chance; nobody is meant.</summary>
internal static class ExampleNames
{
    public static IReadOnlyList<string> First { get; } = Words("""
        Aaliyah Abigail Adam Aisha Alan Alexander Alice Alison Amanda Amelia Amy Andrew Angela Ann Anna Anthony Arjun Ashley
        Barbara Ben Beth Brian Callum Carol Caroline Catherine Charlotte Chinedu Chloe Christine Christopher Claire Colin Craig
        Daniel David Dawn Debbie Deborah Denise Diane Dominic Donna Ebony Edward Eleanor Elizabeth Ellie Emily Emma Farah Fatima
        Fiona Francesca Gareth Gary Gemma Georgia Gillian Grace Graham Hannah Harpreet Harriet Hassan Heather Helen Holly Ian
        Imran Isabel Jack Jacqueline James Jamila Jan Jane Janet Jasmine Jason Jean Jennifer Jessica Joanna Joanne John Joseph
        Josh Judith Julia Julie Karen Kate Katherine Kathryn Katie Kayleigh Keith Kelly Kerry Kevin Kiran Kirsty Kwame Laura
        Lauren Leanne Lee Leila Lesley Liam Linda Lisa Lorraine Louise Lucy Luke Lynn Mandy Maria Mark Martin Mary Matthew Megan
        Melissa Michael Michelle Mohammed Molly Naomi Natalie Natasha Neil Niamh Nicola Nicole Nigel Olivia Omar Pamela Patricia
        Paul Paula Pauline Peter Philip Philippa Phoebe Priya Rachel Rebecca Richard Robert Rosie Ruth Ryan Sadia Sally Samantha
        Samuel Sandra Sanjay Sarah Sean Sharon Shauna Sheila Shirley Simon Sophie Stacey Stephanie Stephen Steven Stuart Susan
        Suzanne Tanya Tara Teresa Thomas Tina Tracey Valerie Vanessa Vicky Victoria Wendy William Yasmin Yvonne Zainab Zoe
        """);

    public static IReadOnlyList<string> Last { get; } = Words("""
        Adams Adeyemi Ahmed Akhtar Ali Allen Anderson Andrews Armstrong Atkinson Bailey Baker Ball Banks Barker Barnes Begum Bell
        Bennett Berry Bhatti Booth Bradley Brooks Brown Burton Butler Campbell Carr Carter Chambers Chapman Clark Cole Collins
        Cook Cooper Cox Cunningham Davies Davis Dawson Dean Dixon Edwards Ellis Evans Farrell Fisher Fletcher Foster Fox Gardner
        George Gibson Gill Gordon Graham Grant Gray Green Griffiths Hall Hamilton Harper Harris Harrison Hart Harvey Hill Holmes
        Houghton Hudson Hughes Hunt Hunter Hussain Jackson James Jenkins Johnson Jones Kaur Kelly Kennedy Khan King Knight Lawson
        Lee Lewis Lloyd Marsh Marshall Martin Mason Matthews McCarthy McDonald Mensah Miah Miller Mills Mitchell Moore Morgan
        Morris Murphy Murray Nowak O'Brien O'Connor Okafor Owen Palmer Parker Parsons Patel Payne Pearce Pearson Perry Phillips
        Poole Powell Price Reid Reynolds Richards Richardson Roberts Robertson Robinson Rogers Rose Ross Russell Ryan Saunders
        Scott Shah Sharma Shaw Simpson Singh Smith Spencer Stevens Stewart Stone Taylor Thomas Thompson Turner Walker Wallace
        Walsh Ward Warren Watson Watts Webb Wells West White Wilkinson Williams Williamson Wilson Wood Woods Wright Young Zielinska
        """);

    /// <summary>The trust's schools; the size is the share of the people.</summary>
    public static IReadOnlyList<(string Name, Phase Phase, int Size)> Schools { get; } =
    [
        ("Ashbourne Road Primary", Phase.Primary, 42),
        ("Beacon Hill Academy", Phase.Secondary, 127),
        ("Canal Street Primary", Phase.Primary, 36),
        ("Dovecote Infant School", Phase.Primary, 22),
        ("Eastfield Junior School", Phase.Primary, 28),
        ("Fernlea Primary", Phase.Primary, 45),
        ("Greenbank High School", Phase.Secondary, 118),
        ("Hollins Special School", Phase.All, 74),
        ("Kingsmead Primary", Phase.Primary, 51),
        ("Millbrook Academy", Phase.Secondary, 121),
        ("Orchard Park Primary", Phase.Primary, 39),
        ("St Anne's Primary", Phase.Primary, 31),
        ("Thornton Vale School", Phase.Secondary, 92),
        ("Trust central team", Phase.All, 24),
    ];

    /// <summary>The rooms and their seats.</summary>
    public static IReadOnlyList<(string Name, int Seats)> Rooms { get; } =
    [
        ("Main hall", 112), ("Theatre", 72), ("Dining hall", 56), ("Gymnasium", 48), ("Library", 40), ("Drama studio", 36),
        ("Sixth form centre", 34), ("Music 1", 32), ("Lab 1", 30), ("Lab 2", 30), ("Lab 3", 30), ("Lab 4", 30), ("A1", 30), ("A2", 30),
        ("A3", 30), ("A4", 28), ("B1", 28), ("B2", 28), ("B3", 28), ("B4", 26), ("C1", 26), ("C2", 24), ("C3", 24), ("Board room", 20),
        ("Garden room", 18),
    ];

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
