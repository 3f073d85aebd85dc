using System.CommandLine;
using SpatialIndex.AspNetCore.Accounts;
using SpatialIndex.ServicePoints.Api.Accounts;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>keys</c>: the file of API keys.</summary>
internal static class KeysCommand
{
    public static Command Create(CliEnvironment environment) => new("keys", "Manages the API keys that serve accepts.")
    {
        CreateAdd(environment),
        CreateList(environment),
        CreateRevoke(),
    };

    private static Command CreateAdd(CliEnvironment environment)
    {
        Option<string> keys = File();
        var publicKey = new Option<string>("--public-key") { Description = "The public part, which names the account.", HelpName = "KEY", Required = true };
        var secret = new Option<string>("--secret") { Description = "The secret. Default: one is made and printed, this once.", HelpName = "SECRET" };
        var integration = new Option<string>("--integration") { Description = "The account's integration.", DefaultValueFactory = static _ => "none" };
        integration.AcceptOnlyFromAmong("none", "disabled", "enabled");
        var carriers = new Option<string[]>("--carrier") { Description = "A carrier that is enabled in the integration; may be repeated.", HelpName = "CODE" };
        var command = new Command("add", "Adds a key; the file is created when there is none.") { keys, publicKey, secret, integration, carriers };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(keys)!;
            string name = parsed.GetValue(publicKey)!;
            string[] codes = parsed.GetValue(carriers) ?? [];
            string kind = parsed.GetValue(integration)!;
            if (name.Length == 0 || name.Contains(':', StringComparison.Ordinal) || parsed.GetValue(secret) is "")
            {
                throw new UsageException("A key is not empty and has no colon, and a secret is not empty.");
            }

            if (kind == "none" && codes.Length > 0)
            {
                throw new UsageException("--carrier belongs to an integration; add --integration enabled.");
            }

            IReadOnlyList<AccountKey> existing = System.IO.File.Exists(path) ? KeysFile.Read(path) : [];
            if (existing.Any(key => key.PublicKey == name))
            {
                throw new RefusedException($"{path}: there is a key {name} already.");
            }

            string chosen = parsed.GetValue(secret) ?? AccountKey.NewSecret();
            KeysFile.Write(path, [.. existing, AccountKey.Create(name, chosen, kind == "none" ? null : new Integration(kind == "enabled", codes))]);
            if (parsed.GetValue(secret) is null)
            {
                environment.WriteLine(chosen);
            }
        });
        return command;
    }

    private static Command CreateList(CliEnvironment environment)
    {
        Option<string> keys = File();
        var command = new Command("list", "Prints the keys with their integrations, never a secret.") { keys };
        command.SetAction(parsed =>
        {
            foreach (AccountKey key in KeysFile.Read(parsed.GetValue(keys)!))
            {
                string integration = key.Integration is null ? "none" : key.Integration.ServicePointsEnabled ? "enabled" : "disabled";
                environment.WriteLine($"{key.PublicKey}\t{integration}\t{string.Join(',', key.Integration?.CarrierCodes ?? [])}".TrimEnd());
            }
        });
        return command;
    }

    private static Command CreateRevoke()
    {
        Option<string> keys = File();
        var publicKey = new Argument<string>("KEY") { Description = "The public part of the key." };
        var command = new Command("revoke", "Removes a key; a running server notices within a second.") { keys, publicKey };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(keys)!;
            IReadOnlyList<AccountKey> existing = KeysFile.Read(path);
            AccountKey[] left = [.. existing.Where(key => key.PublicKey != parsed.GetValue(publicKey))];
            if (left.Length == existing.Count)
            {
                throw new RefusedException($"{path}: there is no key {parsed.GetValue(publicKey)}.");
            }

            KeysFile.Write(path, left);
        });
        return command;
    }

    private static Option<string> File() => Options.Path("The file of API keys.", isRequired: true, "--keys");
}
