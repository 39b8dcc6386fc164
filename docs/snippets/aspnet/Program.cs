var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication().AddCookie();
builder.Services.AddAuthorization();
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();

app.MapPost("/zoom/signature", (Meeting meeting, IConfiguration configuration) =>
{
    var key = configuration["ZOOM_MEETING_SDK_KEY"];
    var secret = configuration["ZOOM_MEETING_SDK_SECRET"];
    return new { signature = Sign.SignMeeting(key, secret, meeting.MeetingNumber, 0) };
}).RequireAuthorization();
app.Run();

record Meeting(string MeetingNumber);
