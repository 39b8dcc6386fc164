using System;
using System.Linq;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;

public class EnvironmentVariables : IConfiguration
{
    public string this[string key]
    {
        get { return Environment.GetEnvironmentVariable(key); }
    }
}

/** Does what ASP.NET Core does with the controller: gives it its settings, finds the action, asks it. */
public static class Ask
{
    static bool IsAt(string path, MethodInfo method)
    {
        var post = method.GetCustomAttribute<HttpPostAttribute>();
        return post != null && post.Template == path;
    }

    public static void Main()
    {
        var type = typeof(ZoomController);
        if (type.GetCustomAttribute<AuthorizeAttribute>() == null)
        {
            throw new Exception("anybody may ask");
        }
        var action = type.GetMethods().Single(method => IsAt("/zoom/signature", method));
        var controller = new ZoomController(new EnvironmentVariables());
        var meeting = new Meeting { MeetingNumber = "845 1236 7890" };
        var answer = (OkObjectResult)action.Invoke(controller, new object[] { meeting });
        Console.WriteLine(answer.Value);
    }
}
