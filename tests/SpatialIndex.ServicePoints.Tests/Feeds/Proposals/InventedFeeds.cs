using System.Text;

namespace SpatialIndex.ServicePoints.Tests.Feeds.Proposals;

/// <summary>Feeds of shapes that no built-in profile has, each written to a folder.</summary>
public static class InventedFeeds
{
    /// <summary>CSV in Latin-1 with semicolons, decimal commas, dots in the names of columns, days as columns, and postal codes that lost their zeros.</summary>
    public static string GermanCsv(TestFolder folder) => folder.Write("boten.csv", Encoding.Latin1.GetBytes(
        """
        Nr.;Bezeichnung;Straße;PLZ;Ort;Breite;Länge;Art;Status;Mo-Fr;Sa;So;Tel.
        1000;Paketstation Dresden;Prager Str. 1;1067;Dresden;51,0474;13,7370;Paketstation;aktiv;24 Stunden;24 Stunden;24 Stunden;0351/120456
        1001;Lädchen Leipzig;Markt 2a;4109;Leipzig;51,3397;12,3731;Paketshop;aktiv;8:00-12:00 und 13:00-18:30;9-13 Uhr;geschlossen;0341/121456
        1002;Büdchen Köln;Domkloster 4;50667;Köln;50,9413;6,9583;Paketshop;geschlossen;8-18;9-13;geschlossen;0221/123456
        1003;Kiosk München;Marienplatz 5;80331;München;48,1374;11,5755;Paketshop;aktiv;8-18;9-13;geschlossen;089/124456
        """));

    /// <summary>JSON with its array deep inside, odd names, positions whose keys say nothing, and hours as objects for each day with two ranges.</summary>
    public static string SpanishJson(TestFolder folder)
    {
        string[] days = ["Lunes", "Martes", "Miércoles", "Jueves", "Viernes"];
        string week = string.Join(',', days.Select(static day => $$"""{"día":"{{day}}","desde":"09:00","hasta":"14:00","desde2":"17:00","hasta2":"20:00"}"""))
            + """,{"día":"Sábado","desde":"10:00","hasta":"13:30","desde2":null,"hasta2":null},{"día":"Domingo","desde":null,"hasta":null,"desde2":"","hasta2":""}""";
        string Point(string id, string kind, string street, string code, string town, string position, bool isClosed) =>
            $$$"""{"ficha":{"clave":"{{{id}}}","rótulo":"Estanco {{{town}}}","clase":"{{{kind}}}"},"domicilio":{"vía":"{{{street}}}","cp":"{{{code}}}","población":"{{{town}}}"},"dónde":{{{position}}},"baja":{{{(isClosed ? "true" : "false")}}},"jornada":[{{{week}}}]}""";
        string[] points =
        [
            Point("ES-01", "taquilla", "Calle Mayor 7", "28013", "Madrid", """{"b":-3.7038,"a":40.4168}""", isClosed: false),
            Point("ES-02", "punto de recogida", "Calle Sierpes 20", "41001", "Sevilla", """{"b":-5.9845,"a":37.3891}""", isClosed: false),
            Point("ES-03", "punto de recogida", "Calle Somera 11", "48005", "Bilbao", """{"b":-2.9234,"a":43.2569}""", isClosed: true),
        ];
        return folder.Write("recogida.json", $$$"""{"cuerpo":{"avisos":[{"x":1}],"puntos":{"lista":[{{{string.Join(',', points)}}}]}},"ok":true}""");
    }

    /// <summary>NDJSON, gzip, with an object of days that have lists of objects.</summary>
    public static string CzechNdjson(TestFolder folder)
    {
        string Point(string id, string kind, string town, string street, string code, double latitude, double longitude, string day, bool isLive) => FormattableString.Invariant(
            $$$"""{"kod":"{{{id}}}","nazev":"Večerka {{{town}}}","typ":"{{{kind}}}","adresa":{"ulice":"{{{street}}}","psc":"{{{code}}}","mesto":"{{{town}}}"},"aktivni":{{{(isLive ? "true" : "false")}}},"poloha":{"zemepisna_sirka":"{{{latitude}}}","zemepisna_delka":"{{{longitude}}}"},"oteviraci_doba":{"pondeli":{{{day}}},"utery":{{{day}}},"streda":{{{day}}},"ctvrtek":{{{day}}},"patek":{{{day}}},"sobota":[{"od":"8:00","do":"11:00"}],"nedele":null},"zdroj":1}""");
        string[] points =
        [
            Point("CZ0X", "výdejní místo", "Praha", "Vodičkova 28", "110 00", 50.0806, 14.4260, """[{"od":"8:00","do":"18:00"}]""", isLive: true),
            Point("CZ1X", "Z-BOX", "Brno", "Česká 5", "602 00", 49.1951, 16.6068, """[{"od":"8:00","do":"12:00"},{"od":"12:30","do":"18:00"}]""", isLive: true),
            Point("CZ2X", "výdejní místo", "Plzeň", "Americká 12", "301 00", 49.7437, 13.3780, """[{"od":"8:00","do":"18:00"}]""", isLive: false),
        ];
        return folder.Write("vydejna.ndjson.gz", TestFolder.Gzip(Encoding.UTF8.GetBytes(string.Join('\n', points))));
    }

    /// <summary>Columns parted by tabs in UTF-16, the whole address in one and the whole position in another.</summary>
    public static string ItalianTabs(TestFolder folder) => folder.Write("ritiro.tsv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(
        """
        codice	ragione sociale	indirizzo completo	coordinate	orario	telefono
        P0	Tabacchi Roma	Via Cavour 12, 00184 Roma	41.8986, 12.4953	Lun-Ven 8:30-13:00 15:30-19:30; Sab 9:00-13:00; Dom chiuso	+39 06 12340
        P1	Tabacchi Milano	Via Brera 3, 20121 Milano	45.4710, 9.1880	Lun-Sab 9-19	+39 02 12341
        """)]);

    /// <summary>Columns parted by bars in Windows-1250, whose longitude is called by two letters.</summary>
    public static string PolishBars(TestFolder folder) => folder.Write("paczka.csv", CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes(
        """
        identyfikator|nazwa|ulica|numer domu|kod pocztowy|miejscowość|szer|dł|godziny otwarcia|czynny
        PL000|Żabka Łódź|Piotrkowska|102|90-001|Łódź|51.7690|19.4560|PN-SB 06:00-23:00 ND 11-20|tak
        PL001|Żabka Kraków|Floriańska|15|31-019|Kraków|50.0634|19.9400|PN-SB 06:00-23:00|nie
        PL002|Żabka Gdańsk|Długa|47/49|80-831|Gdańsk|54.3487|18.6532|całodobowo|tak
        """));

    /// <summary>JSON whose x is the latitude, with two fields for each day.</summary>
    public static string HungarianJson(TestFolder folder)
    {
        string[] days = ["hetfo", "kedd", "szerda", "csutortok", "pentek", "szombat", "vasarnap"];
        string hours = string.Join(',', days.Select(static (day, number) =>
            $"\"{day}_nyitas\":\"{(number < 6 ? "08:00" : "")}\",\"{day}_zaras\":\"{(number < 5 ? "19:00" : number == 5 ? "13:00" : "")}\""));
        return folder.Write("csomag.json", $$"""
            [
              {"azonosito":100,"nev":"Csomagpont Budapest","cim":"Október 6. utca 4","irsz":"1051","telepules":"Budapest","x":47.5001,"y":19.0502,"orszag":"Magyarország",{{hours}}},
              {"azonosito":101,"nev":"Csomagpont Szeged","cim":"Kárász utca 9","irsz":"6720","telepules":"Szeged","x":46.2530,"y":20.1480,"orszag":"Magyarország",{{hours}}}
            ]
            """);
    }

    /// <summary>GeoJSON with the latitude first, which it must not be.</summary>
    public static string DutchGeoJson(TestFolder folder) => folder.Write("punten.geojson", """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","id":"pt0","geometry":{"type":"Point","coordinates":[52.0907,5.1214]},"properties":{"naam":"Winkel Utrecht","soort":"pakketpunt","plaats":"Utrecht","landcode":"NLD","vervoerder":"PostNL","openingstijden":"ma t/m vr 9.00-18.00 uur, za 10.00-17.00 uur, zo gesloten"}},
          {"type":"Feature","id":"pt1","geometry":{"type":"Point","coordinates":[51.9851,5.8987]},"properties":{"naam":"Kluis Arnhem","soort":"pakketautomaat","plaats":"Arnhem","landcode":"NLD","vervoerder":"DHL Parcel","openingstijden":"24/7"}},
          {"type":"Feature","id":"gebied","geometry":{"type":"Polygon","coordinates":[[[52,5],[52.1,5],[52.1,5.1],[52,5]]]},"properties":{"naam":"Utrecht"}}
        ]}
        """);
}
