using System.CommandLine;
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
        var urls = new Option<string>("--urls") { Description = "Where to listen, separated by semicolons.", HelpName = "URLS", DefaultValueFactory = static _ => DefaultUrl };
        Option<DateTimeOffset?> now = Options.Instant("--now", "A fixed clock. Default: the time of the machine.");
        var command = new Command("serve", "Serves the Service Points API v3 over HTTP.") { snapshot, keys, trustedKey, certificate, certificateKey, urls, now };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string[] addresses = parsed.GetValue(urls)!.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            CheckAddresses(addresses, parsed.GetValue(keys), environment);
            using SampleSnapshot? sample = parsed.GetValue(snapshot) is null ? SampleSnapshot.Build(environment.Clock.GetUtcNow()) : null;
            var options = new ServerOptions
            {
                SnapshotPath = parsed.GetValue(snapshot) ?? sample!.Path,
                KeysPath = parsed.GetValue(keys),
                TrustedKeyPath = parsed.GetValue(trustedKey),
            };
            TimeProvider clock = parsed.GetValue(now) is { } instant ? new FixedClock(instant) : environment.Clock;
            using X509Certificate2? opened = ReadCertificate(parsed.GetValue(certificate), parsed.GetValue(certificateKey));
            await using WebApplication server = ServicePointsServer.Create(options, addresses, opened, services => services.AddSingleton(clock));
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
            environment.Complain($"Serving on {string.Join(" and ", server.Urls)}");
            await server.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

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
