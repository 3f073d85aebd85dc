using FsCheck.Xunit;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Tests.Model;

public class ServicePointIdTests
{
    /// <summary>Ids are promised to stay the same for ever: these values, made with the reference tool of XXH3, must never change.</summary>
    [Theory]
    [InlineData("laposte", "15015A", 1193837412950452)]
    [InlineData("dhl", "NL-00001", 2240973738857719)]
    [InlineData("dpd", "NL-00001", 1328652448870981)]
    [InlineData("å", "ö", 7035524496609459)]
    public void Derive_KnownKeys_GiveTheIdsOfTheFirstRelease(string carrier, string id, long expected) =>
        Assert.Equal(expected, ServicePointId.Derive(carrier, id));

    [Property]
    public bool Derive_AnyKey_IsPositiveAndBelow2To53(string? carrier, string? id) =>
        ServicePointId.Derive(carrier ?? "", id ?? "") is > 0 and < 1L << 53;
}
