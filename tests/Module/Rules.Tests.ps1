# Each rule of Test-PartnerCustomerCart: something that makes it fire, and something near it that does not.
BeforeDiscovery {
    . "$PSScriptRoot/_RuleCases.ps1"
    $cases = @(Get-OfflineRuleCase) + @(Get-OnlineRuleCase)
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    . "$PSScriptRoot/_RuleCases.ps1"
    Import-ModuleUnderTest
    $rules = [PartnerCenterCart.CartRules]::All
    $emulator = Start-EmulatorHost
    $altered = Start-AlteringDoor $emulator

    function Connect-For([string] $Door) {
        $altered.Answers.Clear()
        if ($Door -eq 'altered') { Connect-PartnerCenter -AccessToken 'tester-token' -Endpoint $altered.Endpoint }
        else { Connect-PartnerCenter -Emulator }
    }
}

AfterAll {
    Disconnect-PartnerCenter
    if ($altered) { $altered.Stop() }
    Stop-EmulatorHost $emulator
}

Describe 'The rule <Rule>' -ForEach $cases {
    BeforeEach { Connect-For $Door }

    It 'fires, and nothing else does' {
        $findings = @(& $Fires)
        $findings.RuleId | Should -BeExactly $Rule
        $finding = $findings[0]
        $finding | Should -BeOfType 'PartnerCenterCart.CartFinding'
        $rule = $rules | Where-Object Id -EQ $Rule
        $finding.Severity | Should -Be $rule.Severity
        $finding.Recommendation | Should -BeExactly $rule.Recommendation
        $finding.Message | Should -Not -BeNullOrEmpty
    }

    It 'is quiet for what is nearly that, and so are the others' {
        @(& $Quiet).ForEach({ "$_" }) | Should -BeNullOrEmpty
    }
}

Describe 'The rules' {
    It 'all have their cases here' -TestCases @{ Tested = $cases.Rule } {
        $Tested | Sort-Object | Should -BeExactly ($rules.Id | Sort-Object)
    }

    It 'are all in docs/rules.md, in their order, with their severity and their words, and no others' {
        $text = [IO.File]::ReadAllText((Join-Path $repositoryRoot 'docs/rules.md'))
        $offline, $online = $text -split '(?m)^## ' | Select-Object -Skip 1 | Select-Object -First 2
        $documented = foreach ($part in @{ Text = $offline; NeedsCall = $false }, @{ Text = $online; NeedsCall = $true }) {
            foreach ($row in [regex]::Matches($part.Text, '(?m)^\| `(\w+)` \| (\w+) \| (.+?) \| (.+?) \|\r?$')) {
                ($row.Groups[1..4].Value + $part.NeedsCall) -join ' | '
            }
        }
        $documented | Should -BeExactly ($rules | ForEach-Object { ($_.Id, $_.Severity, $_.Description, $_.Recommendation, $_.NeedsCall) -join ' | ' })
    }

    It 'that need no call are those of -Offline: <Rule>' -ForEach (@(Get-OfflineRuleCase).ForEach({ @{ Rule = $_.Rule; Expected = $false } }) + @(Get-OnlineRuleCase).ForEach({ @{ Rule = $_.Rule; Expected = $true } })) {
        ($rules | Where-Object Id -EQ $Rule).NeedsCall | Should -Be $Expected
    }
}
