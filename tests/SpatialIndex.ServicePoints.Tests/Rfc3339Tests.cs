using FsCheck.Xunit;

namespace SpatialIndex.ServicePoints.Tests;

public class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-03-11T12:00:00Z", "2026-03-11T12:00:00+00:00")]
    [InlineData("2026-03-11T12:00:00+01:00", "2026-03-11T12:00:00+01:00")]
    [InlineData("2026-03-11T12:00:00.5Z", "2026-03-11T12:00:00.5+00:00")]
    [InlineData("0002-01-01T00:00:00Z", "0002-01-01T00:00:00+00:00")]
    public void TryParse_AnInstant_IsRead(string text, string expected)
    {
        Assert.True(Rfc3339.TryParse(text, out DateTimeOffset instant));
        Assert.True(instant.EqualsExact(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-11 12:00:00Z")]
    [InlineData("2026-03-11t12:00:00z")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-03-11T24:00:00Z")]
    [InlineData("2026-03-11T12:00:60Z")]
    [InlineData("2026-03-11T12:00:00Z\0")]
    [InlineData("2026-03-1T012:00:00Z")]
    [InlineData("２026-03-11T12:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-01-01T00:00:00Z")]
    [InlineData("2026-03-11T12:00:00+15:00")]
    public void TryParse_NoInstant_IsFalse(string text) => Assert.False(Rfc3339.TryParse(text, out _));

    [Property]
    public bool TryParse_WholeSecondsOfUtc_AreWhatAnyOtherFormGives(int seconds)
    {
        DateTimeOffset instant = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
        string text = Rfc3339.Format(instant);
        return Rfc3339.TryParse(text, out DateTimeOffset brief)
            && Rfc3339.TryParse(text.Replace("Z", ".000Z", StringComparison.Ordinal), out DateTimeOffset longer)
            && brief.EqualsExact(instant)
            && longer.EqualsExact(instant);
    }
}
