using System;
using System.IO;
using System.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>A test that needs a program of the machine, and is skipped by its name where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program)
    {
        Program = program;
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe"))))
        {
            Skip = program + " is not installed.";
        }
    }

    public string Program { get; }
}
