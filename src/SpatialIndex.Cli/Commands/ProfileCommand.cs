using System.CommandLine;
using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.Cli.Commands;

/// <summary><c>profile</c>: the feed profiles.</summary>
internal static class ProfileCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var list = new Command("list", "Lists the built-in profiles.");
        list.SetAction(_ =>
        {
            foreach (FeedProfile profile in FeedProfiles.All)
            {
                environment.WriteLine($"{profile.Name,-20} {profile.Description}");
            }
        });

        var name = new Argument<string>("NAME") { Description = "The name of a built-in profile." };
        var show = new Command("show", "Prints a built-in profile, to start an own one from.") { name };
        show.SetAction(parsed =>
        {
            string wanted = parsed.GetValue(name)!;
            FeedProfile profile = FeedProfiles.Find(wanted)
                ?? throw new UsageException($"There is no profile \"{wanted}\"; see 'spatialindex profile list'.");
            environment.WriteLine(profile.Json.TrimEnd());
        });

        Argument<string> file = Options.File("The profile file.");
        var check = new Command("check", "Checks a profile file and says which key is wrong.") { file };
        check.SetAction(parsed =>
        {
            FeedProfile profile = FeedProfileReader.Read(parsed.GetValue(file)!);
            environment.WriteLine($"{parsed.GetValue(file)}: the profile \"{profile.Name}\" is sound");
        });

        return new Command("profile", "Proposes, shows and checks feed profiles.") { list, show, ProfileInitCommand.Create(environment), check };
    }
}
