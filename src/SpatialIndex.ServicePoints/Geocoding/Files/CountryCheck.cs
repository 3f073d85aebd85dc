using System.Runtime.InteropServices;

namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>Checks once that whatever a country's columns say of each other lies within them, so that no search has to.</summary>
internal static class CountryCheck
{
    /// <exception cref="InvalidDataException">A column names what there is not.</exception>
    public static void Check(CountryGazetteer country)
    {
        CheckLocalities(country);
        CheckPostalCodes(country);
        CheckStreets(country);
        foreach (int suffix in country.Suffixes.Span)
        {
            CheckText(country, suffix);
        }

        foreach (HouseRow house in country.Houses.Span)
        {
            Require(house.Suffix < country.Suffixes.Length, "a house's suffix");
        }

        country.LocalityKeys.Check(country.Localities.Length);
        country.PostalCodeKeys.Check(country.PostalCodes.Length);
        country.StreetKeys.Check(country.Streets.Length);
        CheckPlaces(country);
    }

    private static void CheckLocalities(CountryGazetteer country)
    {
        int street = 0;
        ReadOnlySpan<LocalityRow> localities = country.Localities.Span;
        for (int locality = 0; locality < localities.Length; locality++)
        {
            LocalityRow row = localities[locality];
            CheckText(country, row.Name);
            CheckText(country, row.Region);
            CheckRange(row.FirstCode, row.CodeCount, country.LocalityCodes.Length, "a locality's postal codes");
            CheckRange(row.FirstStreet, row.StreetCount, country.Streets.Length, "a locality's streets");
            Require(row.Population >= 0 && row.RadiusMeters >= 0, "a locality's people or radius");
            Require(row.FirstStreet == street, "the order of the streets");
            for (int end = street + row.StreetCount; street < end; street++)
            {
                Require(country.Streets.Span[street].Locality == locality, "a street's locality");
            }
        }

        Require(street == country.Streets.Length, "the count of the streets");
        CheckIndexes(country.LocalityCodes.Span, country.PostalCodes.Length, "a locality's postal code");
    }

    private static void CheckPostalCodes(CountryGazetteer country)
    {
        foreach (PostalCodeRow row in country.PostalCodes.Span)
        {
            CheckText(country, row.Code);
            CheckRange(row.FirstLocality, row.LocalityCount, country.PostalCodeLocalities.Length, "a postal code's localities");
            CheckRange(row.FirstStreet, row.StreetCount, country.PostalCodeStreets.Length, "a postal code's streets");
            Require(row.RadiusMeters >= 0, "a postal code's radius");
        }

        CheckIndexes(country.PostalCodeLocalities.Span, country.Localities.Length, "a postal code's locality");
        CheckIndexes(country.PostalCodeStreets.Span, country.Streets.Length, "a postal code's street");
    }

    private static void CheckStreets(CountryGazetteer country)
    {
        int house = 0;
        foreach (StreetRow row in country.Streets.Span)
        {
            CheckText(country, row.Name);
            Require(row.PostalCode >= -1 && row.PostalCode < country.PostalCodes.Length, "a street's postal code");
            CheckRange(row.FirstHouse, row.HouseCount, country.Houses.Length, "a street's houses");
            Require(row.RadiusMeters >= 0 && row.FirstHouse == house, "the order of the houses");
            house += row.HouseCount;
        }

        Require(house == country.Houses.Length, "the count of the houses");
        ReadOnlySpan<KeyRow> keys = country.StreetKeys.Rows.Span;
        Require(keys.Length == CountryGazetteer.KeysAStreet * country.Streets.Length, "the keys of the streets");
        for (int key = 0; key < keys.Length; key++)
        {
            Require(keys[key].Target == key / CountryGazetteer.KeysAStreet, "a street's key");
        }
    }

    /// <summary>The tree holds every place, by kind and index.</summary>
    private static void CheckPlaces(CountryGazetteer country)
    {
        PlaceKind[] kinds = Enum.GetValues<PlaceKind>();
        int[] counts = [country.Localities.Length, country.PostalCodes.Length, country.Streets.Length, country.Houses.Length];
        Require(country.Tree.Count == counts.Sum(), "the count of the places");
        Require(country.Tree.ClassCount == kinds.Length, "the kinds of the places");
        int place = 0;
        foreach (PlaceKind kind in kinds)
        {
            for (int index = 0; index < counts[(int)kind]; index++, place++)
            {
                int row = country.Tree.RowInIdOrder(place);
                Require(country.Tree.IdAt(row) == CountryGazetteer.IdOf(kind, index), "the ids of the places");
                Require(country.Tree.ClassAt(row) == (int)kind, "the kinds of the places");
            }
        }
    }

    private static void CheckText(CountryGazetteer country, int offset)
    {
        ReadOnlySpan<byte> texts = country.Texts.Span;
        Require(
            offset >= 0 && offset <= texts.Length - sizeof(ushort) && MemoryMarshal.Read<ushort>(texts[offset..]) <= texts.Length - sizeof(ushort) - offset, "a text");
    }

    private static void CheckRange(int first, int count, int length, string what) => Require(first >= 0 && count >= 0 && first <= length - count, what);

    private static void CheckIndexes(ReadOnlySpan<int> indexes, int count, string what)
    {
        foreach (int index in indexes)
        {
            Require((uint)index < (uint)count, what);
        }
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidDataException($"{what} lies outside the file");
        }
    }
}
