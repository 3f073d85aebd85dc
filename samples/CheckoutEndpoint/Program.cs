// The checkout of a shop: an endpoint of its own that answers, in this process, which pick-up points near an address or a position are
// open tomorrow. A snapshot that is renamed over the old one is taken within a second, without a restart.
//
//   dotnet run --project samples/CheckoutEndpoint -- --snapshot points.snapshot
//   curl 'http://localhost:5000/checkout/pickup-points?country=FR&latitude=45.7640&longitude=4.8357'
using CheckoutEndpoint;
using SpatialIndex.AspNetCore;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddServicePointsServer(new ServerOptions { SnapshotPath = builder.Configuration["snapshot"] ?? "points.snapshot" });

WebApplication app = builder.Build();
app.MapGet("/checkout/pickup-points", PickupPoints.OpenTomorrowAsync);
app.Run();
