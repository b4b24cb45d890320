using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>A refresh token in a file.</summary>
public sealed class FileStoreTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "pcc-store-" + Guid.NewGuid().ToString("N"));

    private string Token => Path.Combine(folder, "deep", "token.bin");

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_is_written_is_read_with_its_date_by_another_process()
    {
        DateTimeOffset issued = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        await Store().WriteAsync(new StoredToken("first", issued.AddDays(-1)), CancellationToken.None);
        await Store().WriteAsync(new StoredToken("second", issued), CancellationToken.None);

        StoredToken read = (await Store().ReadAsync(CancellationToken.None))!;

        Assert.Equal("second", read.RefreshToken);
        Assert.Equal(issued, read.IssuedAt);
    }

    [Fact]
    public async Task Nothing_is_there_at_first() => Assert.Null(await Store().ReadAsync(CancellationToken.None));

    [Fact]
    public async Task Only_its_user_may_open_it_and_nothing_else_lies_about()
    {
        await Store().WriteAsync(new StoredToken("first", null), CancellationToken.None);
        await Store().WriteAsync(new StoredToken("second", null), CancellationToken.None);

        Assert.Equal(["token.bin"], Directory.GetFiles(Path.GetDirectoryName(Token)!).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Token));
        }
    }

    [Fact]
    public async Task A_file_without_better_protection_warns_and_one_with_it_hides_the_token()
    {
        ITokenStore store = Store();
        await store.WriteAsync(new StoredToken("the-secret-itself", null), CancellationToken.None);

        bool isPlain = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Token)).Contains("the-secret-itself", StringComparison.Ordinal);

        Assert.Equal(isPlain, store.Warning != null);
    }

    [Fact]
    public async Task A_write_that_fails_leaves_the_token_before_it()
    {
        string path = Path.Combine(folder, "kept.bin");
        AtomicFile.Write(path, [1]);
        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(path, null!));

        Assert.Equal([1], await File.ReadAllBytesAsync(path));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_bare_token_that_somebody_put_there_is_read_without_a_date()
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, "bare.txt");
        await File.WriteAllTextAsync(path, "0.bare-token\n");
        var store = new FileTokenStore(new PlainFile(path));

        StoredToken read = (await store.ReadAsync(CancellationToken.None))!;

        Assert.Equal("0.bare-token", read.RefreshToken);
        Assert.Null(read.IssuedAt);
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        Directory.CreateDirectory(folder);

        Assert.Equal(PartnerErrorKind.InvalidInput, Assert.Throws<PartnerException>(() => new SignInFactory().CreateFileStore(folder)).Kind);
    }

    private ITokenStore Store() => new SignInFactory().CreateFileStore(Token);
}
