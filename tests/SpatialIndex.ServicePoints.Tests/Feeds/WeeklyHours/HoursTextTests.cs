using SpatialIndex.ServicePoints.Feeds.WeeklyHours;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Feeds.WeeklyHours;

public class HoursTextTests
{
    private static readonly HoursText AnyLanguage = new(null, ["儲匯", "Ligipääs ratastooliga"], HoursStyle.Text);

    [Theory]
    [InlineData("PN-SB 06-22", "1-6 06:00-22:00")]
    [InlineData("PN-CZ 10-23 PT-SB 10-23:30 ND 11-22", "1-4 10:00-23:00; 5-6 10:00-23:30; 7 11:00-22:00")]
    [InlineData("PN-WT 08-23 ŚR-SB 09-23", "1-2 08:00-23:00; 3-6 09:00-23:00")]
    [InlineData("pon. - pt. od 8:00 do 16:00, sobota i niedziela nieczynne", "1-5 08:00-16:00")]
    [InlineData("L/Ma/Me/J/V 9-18:30,S 8:30-13", "1-5 09:00-18:30; 6 08:30-13:00")]
    [InlineData("L/Ma/Me/J/V, 7-18", "1-5 07:00-18:00")]
    [InlineData("Ma/Me/J/V 9:30-12:30 15-19:30, S 9:30- 13", "2-5 09:30-12:30 15:00-19:30; 6 09:30-13:00")]
    [InlineData("du lundi au vendredi de 9h à 12h30 et de 14h à 18h, samedi fermé", "1-5 09:00-12:30 14:00-18:00")]
    [InlineData("MON|08:00-23:00|-;TUE|09:00-12:00|13:00-17:00;SAT|18:00-23:00|-;SUN|-|-;", "1 08:00-23:00; 2 09:00-12:00 13:00-17:00; 6 18:00-23:00")]
    [InlineData("Monday to Friday 9am - 5:30 pm; Sat 10 a.m.-12 p.m.; Sun closed", "1-5 09:00-17:30; 6 10:00-12:00")]
    [InlineData("E,T,K,N,R 09:00-18:00 L,P SULETUD;Ligipääs ratastooliga", "1-5 09:00-18:00")]
    [InlineData("T,K,N,R 11:00-14:00, 15:00-19:00 L 10:00-16:00 E,P SULETUD", "2-5 11:00-14:00 15:00-19:00; 6 10:00-16:00")]
    [InlineData("E-P8:00-22:00", "1-7 08:00-22:00")]
    [InlineData("E-R6:00-1:00,L6:00-21:00,P7:30-1:00", "1-5 06:00-01:00; 6 06:00-21:00; 7 07:30-01:00")]
    [InlineData("P.-Pk. 9:00-18:00, S. 10-15, Sv. slēgts", "1-5 09:00-18:00; 6 10:00-15:00")]
    [InlineData("I-V 8:00–17:00, VI 9:00–14:00, VII nedirba", "1-5 08:00-17:00; 6 09:00-14:00")]
    [InlineData("Pr-Pn 10-19 val., Št 10-16 val.", "1-5 10:00-19:00; 6 10:00-16:00")]
    [InlineData("Mo-Fr 8.00 bis 18.00 Uhr, Sa 9-13 Uhr, So geschlossen", "1-5 08:00-18:00; 6 09:00-13:00")]
    [InlineData("Montag bis Freitag: 08:30 - 12:00 und 13:00 - 17:00", "1-5 08:30-12:00 13:00-17:00")]
    [InlineData("Lun-Ven 8.30-12.30 / 15.00-19.00; Sab 8.30-12.30; Dom chiuso", "1-5 08:30-12:30 15:00-19:00; 6 08:30-12:30")]
    [InlineData("L/Ma/Me/G/V 9-19,S 9-13", "1-5 09:00-19:00; 6 09:00-13:00")]
    [InlineData("L-V 9:00-14:00 17:00-20:00, S 10-14", "1-5 09:00-14:00 17:00-20:00; 6 10:00-14:00")]
    [InlineData("Seg-Sex 9h00-18h00, Sáb 9h-13h", "1-5 09:00-18:00; 6 09:00-13:00")]
    [InlineData("ma t/m vr 8.00-20.00 uur, za 8-18u, zo gesloten", "1-5 08:00-20:00; 6 08:00-18:00")]
    [InlineData("Po-Pá 08:00-18:00, So 9-12, Ne zavřeno", "1-5 08:00-18:00; 6 09:00-12:00")]
    [InlineData("ПН-ПТ 09:00-19:00,СБ-НД 09:00-20:00", "1-5 09:00-19:00; 6-7 09:00-20:00")]
    [InlineData("Пн-Пт з 9:00 до 18:00, Сб, Нд вихідний", "1-5 09:00-18:00")]
    [InlineData("週一至週五 儲匯:08:30-12:00 13:00-17:00<br>週六:09:00-12:00<br>", "1-5 08:30-12:00 13:00-17:00; 6 09:00-12:00")]
    [InlineData("週一、週三、週五 儲匯:09:00-12:30", "1 09:00-12:30; 3 09:00-12:30; 5 09:00-12:30")]
    [InlineData("星期一至五休息", null)]
    [InlineData("每日 8時30分~21時", "1-7 08:30-21:00")]
    [InlineData("Mon-Fri 0001-2359", "1-5 00:01-23:59")]
    [InlineData("Fr-Mo 22:00-02:00", "1 22:00-02:00; 5-7 22:00-02:00")]
    [InlineData("9-18 Mon-Fri", "1-5 09:00-18:00")]
    [InlineData("codziennie 8-20", "1-7 08:00-20:00")]
    [InlineData("Mo 8-12; Mo 14-18", "1 08:00-12:00 14:00-18:00")]
    [InlineData("Mo-Fr 8-24h", "1-5 08:00-24:00")]
    [InlineData("Mon&ndash;Fri 8:00&nbsp;&ndash;&nbsp;16:00", "1-5 08:00-16:00")]
    public void Parse_TextOfSomeLanguage_GivesItsWeek(string text, string? week) => Assert.Equal(week, Show(AnyLanguage.Parse(text)));

    /// <summary>Each language has the letters of its country, and some write the letters of another one.</summary>
    [Theory]
    [InlineData("L-V 9:00-14:00 y 17:00-20:00, S 10-14", "ES", "1-5 09:00-14:00 17:00-20:00; 6 10:00-14:00")]
    [InlineData("L/M/X/J/V 9-14 16:30-20:30,S 9-14", "ES", "1-5 09:00-14:00 16:30-20:30; 6 09:00-14:00")]
    [InlineData("L/Ma/Me/J/V 8-14 16:30-20:30,S 8:30-14", "ES", "1-5 08:00-14:00 16:30-20:30; 6 08:30-14:00")]
    [InlineData("M 9-14", "ES", "2 09:00-14:00")]
    [InlineData("Lun-ven : 09:00 - 20:30 Sab: 09:00 - 14:00 - 16:00 - 20:30", "IT", "1-5 09:00-20:30; 6 09:00-14:00 16:00-20:30")]
    [InlineData("Lun-Ven : 09:00 - 13:00 - 16:00 - 19:00\r\n", "IT", "1-5 09:00-13:00 16:00-19:00")]
    [InlineData("Lun-Ven: 8:30 - 13:00 - 17:00 - 19:30 Sab: 9:00 - 13:00 ", "IT", "1-5 08:30-13:00 17:00-19:30; 6 09:00-13:00")]
    [InlineData("Dal lunedì al sabato dalle 8.00 alle 20.00 orario continuato", "IT", "1-6 08:00-20:00")]
    [InlineData("Ma-Do 9-13", "IT", "2-7 09:00-13:00")]
    [InlineData("Ma-Do 9-18", "NL", "1-4 09:00-18:00")]
    [InlineData("Ma/Di/Wo/Do/Vr 9-18,Za 9-17", "BE", "1-5 09:00-18:00; 6 09:00-17:00")]
    [InlineData("L/Ma/Me/J/V/S/D 9-20", "BE", "1-7 09:00-20:00")]
    [InlineData("2ª-6ª 9h-19h; Sáb 9h-13h", "PT", "1-5 09:00-19:00; 6 09:00-13:00")]
    [InlineData("Seg/Ter/Qua/Qui/Sex 9-13 15-19", "PT", "1-5 09:00-13:00 15:00-19:00")]
    [InlineData("L/Ma/Me/J/V 9-19,S 9-13", "PT", "1-5 09:00-19:00; 6 09:00-13:00")]
    [InlineData("Segunda a Sexta das 9h00 às 18h00, Domingo encerrado", "PT", "1-5 09:00-18:00")]
    [InlineData("ma-pe 9-20, la 9-18", "FI", "1-5 09:00-20:00; 6 09:00-18:00")]
    [InlineData("Mån-Fre 10-18, Lör 10-14, Sön stängt", "SE", "1-5 10:00-18:00; 6 10:00-14:00")]
    [InlineData("Pon-Pet 8:00-18:00, Sub 8:00-12:00", "HR", "1-5 08:00-18:00; 6 08:00-12:00")]
    [InlineData("So 10-16", "DE", "7 10:00-16:00")]
    [InlineData("So 10-16", "CZ", "6 10:00-16:00")]
    public void Parse_LettersOfACountry_GiveItsWeek(string text, string country, string week) => Assert.Equal(week, Show(AnyLanguage.Parse(text, country)));

    /// <summary>Monday in Dutch and Tuesday in French; and nothing tells the country of the last.</summary>
    [Theory]
    [InlineData("Ma 9-18", "BE")]
    [InlineData("Ma-Do 9-18", "")]
    [InlineData("Lun-Ven 9-13-16", "IT")]
    [InlineData("Lun-Ven 9 - 13 - 16 - 19 - 22", "IT")]
    public void Parse_WordsOfTwoLanguagesOfACountry_AreNotGuessed(string text, string country) => Assert.Null(AnyLanguage.Parse(text, country));

    [Theory]
    [InlineData("24/7")]
    [InlineData("24//7")]
    [InlineData("24h")]
    [InlineData("24 H")]
    [InlineData("7j/7 24h/24")]
    [InlineData("24h/24 et 7j/7")]
    [InlineData("całodobowo")]
    [InlineData("PN-ND całodobowo")]
    [InlineData("Open 24 hours, 7/7")]
    [InlineData("цілодобово")]
    [InlineData("24小時")]
    [InlineData("Mo-Su 00:00-24:00")]
    public void Parse_RoundTheClock_InItsSpellings_IsAWholeWeek(string text) => Assert.Equal(OpeningTimes.RoundTheClock, AnyLanguage.Parse(text));

    [Theory]
    [InlineData("P SULETUD;Alates 18.11.2024 E,T,K,N,R 10:00-19:00")]
    [InlineData("L 7-15,Ma 7-19,Me 7-15,J/V 7-1 9,S 8-19")]
    [InlineData("L/Ma 8:30-19:30,S 8:30-")]
    [InlineData("СБ-НД 00:00-00:00")]
    [InlineData("10:00-18:00")]
    [InlineData("Mon-Fri")]
    [InlineData("Mo-Fr 9-18, Mo closed")]
    [InlineData("Mo-Fr 9-18, We 10-12")]
    [InlineData("Mo 25:00-26:00")]
    [InlineData("Mo 24:00-25:00")]
    [InlineData("Mo 09:75-10:00")]
    [InlineData("Mo 13pm-14pm")]
    [InlineData("Mo-Fr 9-18 by appointment")]
    [InlineData("1-5 9-18")]
    [InlineData("24/5")]
    [InlineData("-")]
    [InlineData(";")]
    public void Parse_WhatIsNotUnderstood_IsNotGuessed(string text) => Assert.Null(AnyLanguage.Parse(text));

    /// <summary>Saturday in Estonian and Monday in French; Sunday in German and Saturday in Czech.</summary>
    [Theory]
    [InlineData("L 10-16", "et", "6 10:00-16:00")]
    [InlineData("L 10-16", "fr", "1 10:00-16:00")]
    [InlineData("So 10-16", "de", "7 10:00-16:00")]
    [InlineData("So 10-16", "cs", "6 10:00-16:00")]
    public void Parse_WordsOfTwoLanguages_NeedsToBeToldWhich(string text, string language, string week)
    {
        Assert.Null(AnyLanguage.Parse(text));
        Assert.Equal(week, Show(new HoursText([HoursLanguages.Find(language)!], [], HoursStyle.Text).Parse(text)));
    }

    internal static string? Show(OpeningTimes? week)
    {
        if (week is null)
        {
            return null;
        }

        var parts = new List<string>();
        for (int day = 0, last; day < 7; day = last + 1)
        {
            last = day;
            while (last < 6 && week[last + 1].SequenceEqual(week[day]))
            {
                last++;
            }

            if (week[day].Length > 0)
            {
                parts.Add($"{(day == last ? $"{day + 1}" : $"{day + 1}-{last + 1}")} {string.Join(' ', week[day])}");
            }
        }

        return string.Join("; ", parts);
    }
}
