# The frame that the benchmarks stand in: what a row is, what the page looks like. No benchmark runs here; speed is not a test.
BeforeDiscovery {
    $benchmarks = Get-ChildItem "$PSScriptRoot/../../benchmarks/*.ps1" | Where-Object { $_.Name -ne 'Run.ps1' -and $_.Name -notlike '_*' } |
        ForEach-Object { @{ Name = $_.BaseName; Path = $_.FullName } }
}

BeforeAll {
    . "$PSScriptRoot/../../benchmarks/_Figures.ps1"
    . "$PSScriptRoot/../../benchmarks/_Page.ps1"
    Set-StrictMode -Off
}

Describe 'The benchmark <Name>' -ForEach $benchmarks {
    BeforeAll {
        $ast = [Management.Automation.Language.Parser]::ParseFile($Path, [ref]$null, [ref]$null)
        $help = $ast.GetHelpContent()
    }

    It 'says what it runs against what' {
        $help.Synopsis | Should -Not -BeNullOrEmpty -Because 'docs/benchmarks.md takes its heading from .SYNOPSIS; the help comment is the first thing in the file'
        $help.Description | Should -Not -BeNullOrEmpty -Because 'docs/benchmarks.md shows .DESCRIPTION above the table'
    }

    It 'can be looked at quickly' {
        $ast.ParamBlock.Parameters.Name.VariablePath.UserPath | Should -Contain 'Quick' -Because './build.sh benchmark -Quick hands it to every benchmark'
    }

    It 'gives back rows' {
        $ast.Extent.Text | Should -Match 'New-BenchmarkRow|Compare-Turn' -Because 'the top of benchmarks/Run.ps1 says what a benchmark gives back'
    }
}

Describe 'A row' {
    It 'holds the ratio of both figures' {
        $row = New-BenchmarkRow 'reading' 50 'a loop' 100 -Unit 'rows/s' -Goal 'at least half' -Met $true
        $row.Ratio, $row.Met | Should -Be 0.5, 'yes'
    }

    It 'has no ratio to nothing' {
        (New-BenchmarkRow 'reading' 50 'a loop' 0).Ratio | Should -BeNullOrEmpty
    }

    It 'with a goal says whether it was met' {
        { New-BenchmarkRow 'reading' 50 'a loop' 100 -Goal 'at least half' } | Should -Throw "*'reading'*-Met*"
        (New-BenchmarkRow 'reading' 50 'a loop' 100 -Goal 'at least half' -Met $false).Met | Should -BeExactly 'NO'
    }
}

Describe 'A comparison turn by turn' {
    It 'is <Met> when the differences are <Differences> and at most +10 was promised' -ForEach @(
        @{ Differences = 1, 2, 3, 4; Met = 'yes' }
        @{ Differences = 11, 12, 13, 14; Met = 'NO' }
        @{ Differences = 2, 9, 12, 20; Met = 'unclear' }
    ) {
        $reference = [Collections.Generic.List[double[]]]::new()
        $measured = [Collections.Generic.List[double[]]]::new()
        # A machine that gets slower with every turn.
        foreach ($turn in 0..3) {
            $reference.Add([double[]]@(100 * $turn))
            $measured.Add([double[]]@(100 * $turn + $Differences[$turn]))
        }
        (Compare-Turn 'ours' $measured 'theirs' $reference -Goal 10).Met | Should -BeExactly $Met
    }

    It 'takes turns, and leaves out the warm-up' {
        $seen = [Collections.Generic.List[string]]::new()
        $times = Measure-InTurn ([ordered]@{ a = { param($item) $seen.Add($item); 1 }; b = { param($item) $seen.Add($item); 2 } }) { param($name) $name } -Turns 2 -WarmUp 1
        $seen | Should -Be 'b', 'a', 'a', 'b', 'b', 'a'
        $times.a.Count, $times.b.Count | Should -Be 2, 2
        Get-SeriesMedian $times.b | Should -Be 2
    }
}

Describe 'The page' {
    It 'shows one table for each benchmark, with bars escaped' {
        $rows = New-BenchmarkRow 'a | b' 12345.6 'a loop' 0.00012 -Goal 'a | lot' -Met 'unclear' -Note 'so so'
        $page = Format-Page 'two cores' ([pscustomobject]@{ Name = 'Import'; Synopsis = 'of a module'; Description = 'Text.'; Load = '0.5'; Rows = $rows })
        $page | Should -Contain '- two cores'
        $page | Should -Contain '## Import: of a module'
        $page[-1] | Should -BeLike '| a \| b | 12,346 ms | a loop | 0.00012 ms | * | a \| lot | unclear | so so |'
    }
}
