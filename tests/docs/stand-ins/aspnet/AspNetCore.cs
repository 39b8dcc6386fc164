// Stands for what of ASP.NET Core the controller uses, shaped as Microsoft documents it.

using System;

namespace System.ComponentModel.DataAnnotations
{
    public class RequiredAttribute : Attribute { }
}

namespace Microsoft.AspNetCore.Authorization
{
    public class AuthorizeAttribute : Attribute { }
}

namespace Microsoft.AspNetCore.Mvc
{
    public class ApiControllerAttribute : Attribute { }

    public class HttpPostAttribute : Attribute
    {
        public string Template { get; }

        public HttpPostAttribute(string template)
        {
            Template = template;
        }
    }

    public interface IActionResult { }

    public class OkObjectResult : IActionResult
    {
        public object Value { get; }

        public OkObjectResult(object value)
        {
            Value = value;
        }
    }

    public abstract class ControllerBase
    {
        public virtual OkObjectResult Ok(object value)
        {
            return new OkObjectResult(value);
        }
    }
}

namespace Microsoft.Extensions.Configuration
{
    public interface IConfiguration
    {
        string this[string key] { get; }
    }
}
