namespace SpatialIndex.ServicePoints.Model;

/// <summary>How a service point is reached. Unknown parts are the empty string, never null.</summary>
/// <param name="Email">E-mail address.</param>
/// <param name="Phone">Telephone number.</param>
public sealed record Contact(string Email, string Phone)
{
    /// <summary>Nothing known.</summary>
    public static Contact None { get; } = new("", "");
}
