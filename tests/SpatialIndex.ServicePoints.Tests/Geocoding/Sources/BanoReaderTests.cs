using System.Text;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class BanoReaderTests : IDisposable
{
    private const string Good = "1-2,2,\"Rue de l'Église, ancienne\",90400,Andelnans,C+O,47.6020,6.8660\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("1-1,1,Rue de l'Église\n")]
    [InlineData("1-1,1,Rue de l'Église,90400,Andelnans,C+O,,\n")]
    [InlineData("1-1,1,\"Rue de l'Église,90400,Andelnans,C+O,47.6020,6.8660\n")]
    public void Read_WhateverTheFirstLine_IsRecognised(string first)
    {
        var source = ReadSource.Of(_folder.Write("bano.csv", first + Good));

        GazetteerRecord house = Assert.Single(source.Records);
        Assert.Equal("BANO", source.Summary.Kind);
        Assert.Equal(("FR", "2", "Rue de l'Église, ancienne", "90400", "Andelnans"), (house.CountryCode, house.HouseNumber, house.Street, house.PostalCode, house.Locality));
    }

    [Fact]
    public void Read_SemicolonsInGzip_IsTheSame()
    {
        byte[] text = Encoding.UTF8.GetBytes("1-2;2;Rue Thiers;90000;Belfort;C+O;47.6390;6.8550\n");

        Assert.Equal("Rue Thiers", Assert.Single(ReadSource.Of(_folder.Write("bano.csv.gz", TestFolder.Gzip(text))).Records).Street);
    }

    [Fact]
    public void Read_DamagedLines_AreLeftOutByReason()
    {
        var source = ReadSource.Of(_folder.Write("bano.csv", Good + """
            1,1,Rue Thiers,90000,Belfort,C+O,47.6390
            1,1,Rue Thiers,90000,Belfort,C+O,47.6390,6.8550,7
            1,1,Rue Thiers,90000,Belfort,C+O,0,0
            1,1,Rue Thiers,90000,Belfort,C+O,NaN,6.8550
            1,1,"Rue" Thiers,90000,Belfort,C+O,47.6390,6.8550

            """ + Good));

        Assert.Equal((7, 2, "1 unreadable, 2 with a wrong number of columns, 2 without position"), (source.Summary.Lines, source.Summary.Records, source.LeftOut));
    }

    [Theory]
    [InlineData("a,b,c,d,e,f,1,2\n")]
    [InlineData("1,2,3,4,5,6,7\n")]
    public void Recognize_OtherTables_AreRefused(string csv) => Assert.Throws<GazetteerException>(() => ReadSource.Of(_folder.Write("bano.csv", csv)));
}
