namespace SpatialIndex.ServicePoints.Api.Requests;

/// <summary>Reads the query part of an address: <c>name=value</c> pairs between ampersands. Names that are not known are passed over.</summary>
internal static class QueryString
{
    public static void Read(ReadOnlySpan<char> query, ref RequestParameters parameters)
    {
        query = query.StartsWith('?') ? query[1..] : query;
        foreach (Range range in query.Split('&'))
        {
            ReadOnlySpan<char> pair = query[range];
            int equals = pair.IndexOf('=');
            ReadOnlySpan<char> name = equals < 0 ? pair : pair[..equals];
            ReadOnlySpan<char> value = equals < 0 ? default : pair[(equals + 1)..];
            if (TryFindName(name, out Parameter parameter))
            {
                parameters.Commit(parameter, PercentEncoding.Decode(value, parameters.Reserve(value.Length)));
            }
        }
    }

    private static bool TryFindName(ReadOnlySpan<char> name, out Parameter parameter)
    {
        if (!PercentEncoding.IsEncoded(name))
        {
            return ParameterNames.TryFind(name, out parameter);
        }

        // A name is ASCII, so that no character of it takes more than three when it is encoded.
        int maxLength = PercentEncoding.EscapeLength * ParameterNames.MaxLength;
        Span<char> decoded = stackalloc char[maxLength];
        parameter = default;
        return name.Length <= maxLength && ParameterNames.TryFind(decoded[..PercentEncoding.Decode(name, decoded)], out parameter);
    }
}
