using System;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;

public class Meeting
{
    [Required]
    public string MeetingNumber { get; set; } = "";
}

[ApiController]
[Authorize]
public class ZoomController : ControllerBase
{
    private readonly IConfiguration configuration;

    public ZoomController(IConfiguration configuration)
    {
        this.configuration = configuration;
    }

    [HttpPost("/zoom/signature")]
    public IActionResult Signature(Meeting meeting)
    {
        string key = Setting("ZOOM_MEETING_SDK_KEY");
        string secret = Setting("ZOOM_MEETING_SDK_SECRET");
        return Ok(new { signature = Sign.SignMeeting(key, secret, meeting.MeetingNumber, 0) });
    }

    private string Setting(string name)
    {
        return configuration[name] ?? throw new InvalidOperationException(name + " is not set");
    }
}
