using System.CommandLine;
using System.Security.Cryptography;
using SpatialIndex.ServicePoints;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>snapshot</c>: signatures, for servers that take snapshots of trusted origin only.</summary>
internal static class SnapshotCommand
{
    public static Command Create() => new("snapshot", "Signs snapshots.") { CreateKeygen(), CreateSign() };

    private static Command CreateKeygen()
    {
        Option<string> privateKey = Options.Path("Where the private key goes, readable by its owner only.", isRequired: true, "--private-key");
        Option<string> publicKey = Options.Path("Where the public key goes, for serve --trusted-key.", isRequired: true, "--public-key");
        var command = new Command("keygen", "Makes a pair of keys, as PEM.") { privateKey, publicKey };
        command.SetAction(parsed =>
        {
            string[] paths = [parsed.GetValue(privateKey)!, parsed.GetValue(publicKey)!];
            WrittenFile.RefuseTwice(paths[0], paths[1]);
            if (paths.FirstOrDefault(File.Exists) is { } existing)
            {
                throw new RefusedException($"{existing}: is there already; a key is not overwritten.");
            }

            using ECDsa key = SnapshotSignature.CreateKey();
            Write(paths[0], key.ExportPkcs8PrivateKeyPem(), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            Write(paths[1], key.ExportSubjectPublicKeyInfoPem(), mode: null);
        });
        return command;
    }

    private static Command CreateSign()
    {
        Argument<string> file = Options.File("The snapshot file.");
        Option<string> privateKey = Options.Path("The private key.", isRequired: true, "--private-key");
        var command = new Command("sign", "Writes the signature FILE.sig.") { file, privateKey };
        command.SetAction(parsed =>
        {
            WrittenFile.RefuseAmong(SnapshotSignature.PathOf(parsed.GetValue(file)!), parsed.GetValue(privateKey));
            using ECDsa key = SnapshotSignature.ReadKey(parsed.GetValue(privateKey)!);
            try
            {
                SnapshotSignature.Sign(parsed.GetValue(file)!, key);
            }
            catch (CryptographicException)
            {
                throw new RefusedException($"{parsed.GetValue(privateKey)}: is a public key, which cannot sign.");
            }
        });
        return command;
    }

    private static void Write(string path, string pem, UnixFileMode? mode) => AtomicFile.Write(
        path,
        stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            writer.WriteLine(pem);
        },
        mode);
}
