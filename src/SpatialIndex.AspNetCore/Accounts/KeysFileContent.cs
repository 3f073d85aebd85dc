namespace SpatialIndex.AspNetCore.Accounts;

/// <summary>A keys file as JSON has it.</summary>
internal sealed record KeysFileContent(IReadOnlyList<AccountKey> Keys);
