using System.Text;
using FsCheck;
using FsCheck.Xunit;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Geocoding.Sources;

namespace SpatialIndex.ServicePoints.Tests.Geocoding.Sources;

public sealed class GazetteerSourceTests : IDisposable
{
    private const string Bano = "1,1,Rue Thiers,90000,Belfort,C+O,47.6390,6.8550\n2,3,\"Rue, Thiers\",90000,Belfort,C+O,47.6391,6.8551\n";

    private static readonly string[] Samples =
    [
        Bano,
        """[{"code":"DE.02","name":"Bavaria"},{"code":"DE.16","name":"Berlin"}]""",
        "DE.02\tBavaria\tBavaria\t1\nDE.16\tBerlin\tBerlin\t2\n",
        "2\tMunich\tMunich\tMünchen,Muenchen\t48.1\t11.5\tP\tPPLA\tDE\t\t02\t\t\t\t1260391\t\t524\tEurope/Berlin\t2019\n3\tPitons\tPitons\t\t-21.1\t55.4\tP\tPPL\tRE\t\t02\t\t\t\t12\t\t5\tx\t2019\n",
        "NL\t5611\tEindhoven\tNoord-Brabant\t06\t\t\t\t\t51.437\t5.4801\t\nNL\t5612\tEindhoven\tNoord-Brabant\t06\t\t\t\t\t51.438\t5.4802\t\n",
        "country_code,zipcode,place,state,latitude,longitude\nFR,75001,\"Paris\n01\",IDF,48.8,2.3\nFR,75002,Paris,IDF,48.8,2.3\n",
        "#Code_commune_INSEE;Nom_commune;Code_postal;Ligne_5;coordonnees_gps\n50236;LA HAYE;50250;SURVILLE;49.28,-1.54\n50237;LA HAYE;50250;;49.28,-1.54\n",
        "id,name,cluster,postcode,lat,lon,length\ns1,\"Brücke \"\"S\"\"\",1,13507,52.58,13.27,91\ns2,Aalstieg,1,12589,52.4,13.6,438\n",
        "place_id,parent_place_id,street,house_number,postcode,lat,lon\n1,2,Ring,3a,12527,52.3,13.6\n1,2,Ring,4,12527,52.3,13.6\n",
        "postcode,district\n12524,Mitte\n",
        "LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH\n-122.27,37.87,\"2180\",MILVIA ST,,BERKELEY,,CA,94704,,a\n-122.27,37.87,2182,MILVIA ST,,,,CA,94704,,b\n",
        "{\"type\":\"Feature\",\"properties\":{\"number\":12,\"street\":\"Ring\",\"city\":\"Wien\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[16.37,48.2]}}\n{\"type\":\"Feature\",\"properties\":{\"street\":\"Ring\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[16.37,48.2]}}\n",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"number\":12,\"street\":\"Ring\",\"city\":\"Wien\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[16.37,48.2]}}]}",
    ];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("{}")]
    [InlineData("PK\u0003\u0004 a zip file")]
    public void Recognize_UnknownKind_IsRefusedWithTheKnownOnes(string content)
    {
        GazetteerException refusal = Assert.Throws<GazetteerException>(() => ReadSource.Of(_folder.Write("source", content)));

        Assert.All(SourceReaders.Create(), reader => Assert.Contains(reader.Kind, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Recognize_EachSample_IsOfAnotherKind() =>
        Assert.Equal(
            Samples.Length - 1,
            Samples.Select(sample => ReadSource.Of(_folder.Write("at.source", sample)).Summary.Kind).Distinct().Count());

    [Fact]
    public void Recognize_EncodingThatIsNotUtf8_IsRefused()
    {
        byte[] latin = Encoding.Latin1.GetBytes("Numéro,Rue\n1,Église\n");

        Assert.Contains("UTF-8", Assert.Throws<GazetteerException>(() => ReadSource.Of(_folder.Write("source", latin))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_Utf16WithMark_AreRead()
    {
        byte[] text = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Bano)];

        Assert.Equal(2, ReadSource.Of(_folder.Write("source", text)).Records.Count);
    }

    [Fact]
    public void Records_GzipThatIsCutOff_IsRefused()
    {
        byte[] gzip = TestFolder.Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Bano, 5_000))));

        Assert.Throws<GazetteerException>(() => ReadSource.Of(_folder.Write("bano.csv.gz", gzip[..^20])));
    }

    [Theory]
    [InlineData("missing.csv")]
    [InlineData(".")]
    public void Recognize_NoFile_IsRefused(string name) => Assert.Throws<GazetteerException>(() => ReadSource.Of(_folder[name]));

    [Fact]
    public void Records_OfAnotherCountryThanTheOneGiven_AreLeftOut()
    {
        var source = ReadSource.Of(_folder.Write("cities.txt", Samples[3]), "DE");

        Assert.Equal("DE", Assert.Single(source.Records).CountryCode);
        Assert.Equal((2, 1, "1 of another country"), (source.Summary.Lines, source.Summary.Records, source.LeftOut));
    }

    [Fact]
    public void Records_NoneOfTheCountryGiven_IsRefused()
    {
        GazetteerException refusal = Assert.Throws<GazetteerException>(() => ReadSource.Of(_folder.Write("bano.csv", Bano), "DE"));

        Assert.Contains("none of its 2 lines can be used: 2 of another country", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_HeaderAlone_IsRefused()
    {
        GazetteerException refusal = Assert.Throws<GazetteerException>(() => ReadSource.Of(_folder.Write("us.csv", "lon,lat,number,street\n")));

        Assert.EndsWith("holds no lines.", refusal.Message, StringComparison.Ordinal);
    }

    [Property(MaxTest = 500)]
    public void Build_AnyDamage_IsRefusedOrCounted(NonNegativeInt sample, (NonNegativeInt Place, byte Value)[] damages)
    {
        byte[] content = Encoding.UTF8.GetBytes(Samples[sample.Get % Samples.Length]);
        foreach ((NonNegativeInt place, byte value) in damages)
        {
            // What means something to some reader, or anything.
            content[place.Get % content.Length] = value % 2 == 0 ? (byte)"\",\n\t;{}[]:\\0-"[value / 2 % 13] : value;
        }

        string path = _folder.Write("at.source", content);
        IReadOnlyList<GazetteerSourceSummary>? summaries = null;
        try
        {
            summaries = Gazetteer.Build(_folder["at.gazetteer"], [path]);
        }
        catch (GazetteerException exception)
        {
            Assert.Contains("at.source", exception.Message, StringComparison.Ordinal);
        }

        Assert.All(summaries ?? [], static summary => Assert.Equal(summary.Lines, summary.Records + summary.LeftOut.Values.Sum()));
    }
}
