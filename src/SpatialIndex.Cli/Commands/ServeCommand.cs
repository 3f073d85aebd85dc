using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpatialIndex.AspNetCore;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>serve</c>: the HTTP API.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:8080";

    public static Command Create(CliEnvironment environment)
    {
        Option<string> snapshot = Options.Path(
            "The snapshot file, or a folder whose newest sound *.snapshot is served. Default: the sample data of data/.", isRequired: false, "--snapshot");
        Option<string> keys = Options.Path("The file of API keys. Without it, loopback addresses only and no authentication.", isRequired: false, "--keys");
        Option<string> trustedKey = Options.Path("A public key as PEM: only snapshots that it signed are served.", isRequired: false, "--trusted-key");
        Option<string> certificate = Options.Path("The certificate for https, as PEM.", isRequired: false, "--certificate");
        Option<string> certificateKey = Options.Path("The private key of the certificate, as PEM.", isRequired: false, "--certificate-key");
        Option<string> gazetteer = Options.Path("The gazetteer to look addresses up in. Default: the addresses of the snapshot's own points.", isRequired: false, "--gazetteer");
        var urls = new Option<string>("--urls") { Description = $"Where to listen, separated by semicolons. Default: {DefaultUrl}.", HelpName = "URLS" };
        var rateLimit = new Option<string>("--rate-limit") { Description = "How many requests an account may send in a minute. Default: any number.", HelpName = "REQUESTS" };
        var maxConnections = new Option<string>("--max-connections") { Description = $"How many connections may be open at a time. Default: {ServerOptions.DefaultMaxConnections}.", HelpName = "CONNECTIONS" };
        Option<string> config = Options.Path("A JSON file with these options, such as {\"trusted_key\": \"key.pem\"}.", isRequired: false, "--config");
        Option<DateTimeOffset?> now = Options.Instant("--now", "A fixed clock. Default: the time of the machine.");
        Option<string>[] settable = [snapshot, gazetteer, keys, trustedKey, certificate, certificateKey, urls, rateLimit, maxConnections];
        var command = new Command("serve", "Serves the Service Points API v3 over HTTP. Each option may be set by a variable too, as SPATIALINDEX_TRUSTED_KEY.") { now, config };
        foreach (Option<string> option in settable)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = new ServeSettings(parsed, environment, config, settable);
            string[] addresses = (settings[urls] ?? DefaultUrl).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            int? requestsPerMinute = CountOf(rateLimit, settings);
            int connections = CountOf(maxConnections, settings) ?? ServerOptions.DefaultMaxConnections;
            CheckAddresses(addresses, settings[keys], environment);
            TimeProvider clock = environment.ClockAt(parsed.GetValue(now));
            using SampleSnapshot? sample = settings[snapshot] is null ? SampleSnapshot.Build(clock.GetUtcNow()) : null;
            var options = new ServerOptions
            {
                SnapshotPath = settings[snapshot] ?? sample!.Path,
                GazetteerPath = settings[gazetteer],
                KeysPath = settings[keys],
                TrustedKeyPath = settings[trustedKey],
                RequestsPerMinute = requestsPerMinute,
                MaxConnections = connections,
            };
            using X509Certificate2? opened = ReadCertificate(settings[certificate], settings[certificateKey]);
            await using WebApplication server = ServicePointsServer.Create(options, addresses, opened, services => services.AddSingleton(clock));
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
            environment.Complain($"Serving on {string.Join(" and ", server.Urls)}");
            await server.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    /// <exception cref="UsageException">It is set and no number of at least 1.</exception>
    private static int? CountOf(Option<string> option, ServeSettings settings) =>
        settings[option] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 ? count
        : throw new UsageException($"{option.Name}: \"{text}\" is no number of at least 1.");

    private static void CheckAddresses(string[] addresses, string? keys, CliEnvironment environment)
    {
        if (addresses.Length == 0)
        {
            throw new UsageException("--urls names no address.");
        }

        foreach (string address in addresses)
        {
            if (!Uri.IsWellFormedUriString(address.Replace('*', 'x').Replace('+', 'x'), UriKind.Absolute))
            {
                throw new UsageException($"--urls: {address} is no address to listen on.");
            }

            if (keys is null && !ServicePointsServer.IsLoopback(address))
            {
                throw new UsageException($"--urls: {address} can be reached from other machines, so --keys is needed.");
            }
        }

        if (keys is null)
        {
            environment.Complain("Without --keys there is no authentication: whoever is on this machine is answered.");
        }
    }

    private static X509Certificate2? ReadCertificate(string? certificate, string? key)
    {
        if (certificate is null)
        {
            return key is null ? null : throw new UsageException("--certificate-key is given without --certificate.");
        }

        try
        {
            return X509Certificate2.CreateFromPemFile(certificate, key);
        }
        catch (CryptographicException exception)
        {
            throw new RefusedException($"{certificate}: {exception.Message}");
        }
    }
}
