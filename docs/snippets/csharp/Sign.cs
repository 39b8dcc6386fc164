using System;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

public static class Sign
{
    static string Base64Url(byte[] bytes)
    {
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    public static string SignMeeting(string key, string secret, string number, int role)
    {
        long iat = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 60;
        long exp = iat + 7200;
        string header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
        string claims = "{\"appKey\":\"" + key + "\",\"sdkKey\":\"" + key + "\""
            + ",\"mn\":\"" + Regex.Replace(number, "[^0-9]", "") + "\""
            + ",\"role\":" + role
            + ",\"iat\":" + iat + ",\"exp\":" + exp + ",\"tokenExp\":" + exp + "}";
        var utf8 = new UTF8Encoding(false);
        string text = Base64Url(utf8.GetBytes(header)) + "." + Base64Url(utf8.GetBytes(claims));
        using (var hmac = new HMACSHA256(utf8.GetBytes(secret)))
        {
            return text + "." + Base64Url(hmac.ComputeHash(utf8.GetBytes(text)));
        }
    }

    public static void Main()
    {
        string key = Environment.GetEnvironmentVariable("ZOOM_MEETING_SDK_KEY");
        string secret = Environment.GetEnvironmentVariable("ZOOM_MEETING_SDK_SECRET");
        Console.WriteLine(SignMeeting(key, secret, "845 1236 7890", 0));
    }
}
