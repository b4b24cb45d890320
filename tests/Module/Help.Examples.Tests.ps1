# Every example of docs/cmdlets and of the about_ topics runs as it is written, those of one page in order in one session.
BeforeDiscovery {
    $root = (Resolve-Path -LiteralPath "$PSScriptRoot/../..").Path
    $pages = Get-ChildItem -Path "$root/docs/cmdlets/*-*.md", "$root/src/PartnerCenterCart/en-US/about_*.txt" | ForEach-Object { @{ Page = $_.Name; Path = $_.FullName } }
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Documentation.ps1"
    $files = Get-ChildItem -Path "$repositoryRoot/docs/cmdlets/*-*.md", "$repositoryRoot/src/PartnerCenterCart/en-US/about_*.txt"
    $told = Invoke-Page @(foreach ($file in $files) {
            $all = $file.Extension -eq '.txt' ? (Get-AboutBlock $file.FullName) : (Get-FencedBlock $file.FullName)
            @{ Page = $file.Name; Block = @($all | Where-Object Info -EQ 'powershell') }
        })
}

Describe 'The examples of <Page>' -ForEach $pages {
    It 'run as they are written' {
        $told[$Page] | Should -BeNullOrEmpty -Because "the number is the line of $Page"
    }
}
