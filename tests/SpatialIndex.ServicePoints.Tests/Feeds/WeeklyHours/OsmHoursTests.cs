using SpatialIndex.ServicePoints.Feeds.WeeklyHours;

namespace SpatialIndex.ServicePoints.Tests.Feeds.WeeklyHours;

public class OsmHoursTests
{
    [Theory]
    [InlineData("08:00-20:00", "1-7 08:00-20:00")]
    [InlineData("Mo-Fr 08:00-18:00; We 08:00-12:00", "1-2 08:00-18:00; 3 08:00-12:00; 4-5 08:00-18:00")]
    [InlineData("Mo-Fr 08:00-12:00, We 14:00-18:00", "1-2 08:00-12:00; 3 08:00-12:00 14:00-18:00; 4-5 08:00-12:00")]
    [InlineData("Mo-Fr 09:00-18:00; Sa,Su off", "1-5 09:00-18:00")]
    [InlineData("24/7", "1-7 00:00-24:00")]
    [InlineData("Fr,Sa 20:00-03:00", "5-6 20:00-03:00")]
    [InlineData("Mo-Fr 09:00-18:00 open", "1-5 09:00-18:00")]
    [InlineData("Mo-Fr 09:00-18:00;", "1-5 09:00-18:00")]
    public void Parse_AWeek_IsUnderstood(string text, string week) => Assert.Equal((week, false), Parse(text));

    [Theory]
    [InlineData("Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:30-12:30; PH off", "1-5 08:00-12:00 13:00-17:30; 6 08:30-12:30")]
    [InlineData("Mo-Su,PH 09:00-22:00; Su off", "1-6 09:00-22:00")]
    [InlineData("Mo-Fr 09:00-18:00, PH off", "1-5 09:00-18:00")]
    [InlineData("Mo-Fr 09:00-18:00; SH Mo-Fr 10:00-12:00", "1-5 09:00-18:00")]
    [InlineData("24/7; PH off", "1-7 00:00-24:00")]
    [InlineData("Mo-Fr 09:00-18:00; Dec 24,31 09:00-12:00; easter -2 days off", "1-5 09:00-18:00")]
    [InlineData("2026 Jan 2 off; Mo-Fr 09:00-18:00", "1-5 09:00-18:00")]
    [InlineData("Mo-Fr 09:00-18:00 open \"ring; then wait || no\"", "1-5 09:00-18:00")]
    [InlineData("Mo-Fr 09:00-18:00; Sa off \"until further notice\"", "1-5 09:00-18:00")]
    [InlineData("Mo-Fr 08:00-18:00 || \"by appointment\"", "1-5 08:00-18:00")]
    [InlineData("Mo-Fr 08:00-18:00 || unknown \"call us\"", "1-5 08:00-18:00")]
    [InlineData("Mo-Fr 08:00-18:00 || off", "1-5 08:00-18:00")]
    public void Parse_MoreThanAWeek_GivesTheWeeklyPartAndSaysSo(string text, string week) => Assert.Equal((week, true), Parse(text));

    [Theory]
    [InlineData("Mo-Fr 08:00-18:00+")]
    [InlineData("Apr-Sep Mo-Fr 08:00-18:00")]
    [InlineData("Mo-Fr 08:00-18:00; Jul-Aug Mo-Fr 09:00-12:00")]
    [InlineData("Mo-Fr 08:00-18:00; Jul 1-31 off")]
    [InlineData("Mo-Fr 08:00-18:00; Dec 24-Jan 02 off")]
    [InlineData("week 1-53/2 Fr 09:00-12:00")]
    [InlineData("Sa[1] 08:00-12:00")]
    [InlineData("sunrise-sunset")]
    [InlineData("2020 Mo-Fr 08:00-18:00")]
    [InlineData("Mo-Fr 08:00-18:00 \"by appointment\"")]
    [InlineData("Mo-Fr 08:00-18:00; \"by appointment\"")]
    [InlineData("\"by appointment\"")]
    [InlineData("Mo-Fr 08:00-18:00 open \"never closed")]
    [InlineData("Mo-Fr 08:00-18:00 || Sa 09:00-12:00")]
    [InlineData("Mo-Fr 08:00-18:00 unknown")]
    [InlineData("PH off")]
    [InlineData("Mo-Fr")]
    public void Parse_WhatIsNotWeekly_IsNotGuessed(string text) => Assert.Null(Parse(text).Week);

    private static (string? Week, bool IsMoreThanAWeek) Parse(string text)
    {
        string? week = HoursTextTests.Show(new OsmHours().Parse(text, out bool isMoreThanAWeek));
        return (week, isMoreThanAWeek);
    }
}
