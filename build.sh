#!/usr/bin/env bash
# Finds PowerShell and hands over to build.ps1. Where PowerShell cannot be had, does what can be done without it.
set -euo pipefail
# Relative from here on: a path with spaces does not survive the tool's own launcher.
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off

no_pwsh='PowerShell 7.4 or later could not be had: it is not on the PATH, and "dotnet tool restore" did not bring it.'
results=artifacts/TestResults
passed=0 failed=0 skipped=0

usage() {
    echo 'Usage: ./build.sh demo|test|build|docs|package|coverage|benchmark [name...]|soak' >&2
    exit 2
}

require_dotnet() {
    local version
    version=$(dotnet --version 2>/dev/null) || version=0
    if [ "${version%%.*}" -lt 10 ]; then
        echo 'The .NET SDK 10 or later could not be found; install it (https://dot.net) and run this again.' >&2
        exit 1
    fi
}

# Holds for "PowerShell 7.4.0" and later; an older or broken one is as good as none.
is_recent() {
    local version major minor
    version=$("$@" --version 2>/dev/null) || return 1
    version=${version#PowerShell }
    major=${version%%.*}
    minor=${version#*.}
    minor=${minor%%.*}
    [ "$major" -gt 7 ] 2>/dev/null || { [ "$major" -eq 7 ] && [ "$minor" -ge 4 ]; } 2>/dev/null
}

hand_over_if_pwsh() {
    if is_recent pwsh; then
        exec pwsh -NoProfile -NonInteractive -File ./build.ps1 "$@"
    fi
    if dotnet tool restore >/dev/null 2>&1 && is_recent dotnet tool run pwsh --; then
        exec dotnet tool run pwsh -- -NoProfile -NonInteractive -File ./build.ps1 "$@"
    fi
}

build() {
    echo 'Building ...'
    dotnet msbuild build/Module.proj -t:"$1" -nologo -v:quiet -m -nr:false -tl:off
}

add_up() { # suite, passed, failed, skipped
    echo "$1: $2 passed, $3 failed, $4 skipped"
    passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
}

# A run that died after its last test reports no failed test, and one that died early reports nothing at all.
run_xunit() { # filter, fewest tests that a project must run
    local project name total executed ok log crash
    mkdir -p "$results"
    for project in tests/*/*.Tests.csproj; do
        name=$(basename "$project" .csproj)
        log="$results/$name.log"
        crash=0
        dotnet test "artifacts/bin/$name/release/$name.dll" --filter "$1" --results-directory "$results" \
            --logger "trx;LogFileName=$name.trx" --logger 'console;verbosity=minimal' >"$log" 2>&1 || crash=1
        total=$(counter total "$name") executed=$(counter executed "$name") ok=$(counter passed "$name")
        if [ "$crash" -eq 1 ] || [ -z "$total" ]; then
            cat "$log"
            [ "${executed:-0}" -gt "${ok:-0}" ] || add_up "$name did not finish" 0 1 0
        elif [ "$total" -lt "$2" ]; then
            add_up "$name holds no tests" 0 1 0
        fi
        add_up "$name" "${ok:-0}" $((${executed:-0} - ${ok:-0})) $((${total:-0} - ${executed:-0}))
    done
}

counter() { # attribute, suite
    [ ! -f "$results/$2.trx" ] || grep '<Counters ' "$results/$2.trx" | tr ' ' '\n' | sed -n "s/^$1=\"\([0-9]*\)\".*/\1/p"
}

report_pester_files() { # folder
    local file
    for file in "$1"/*.Tests.ps1; do
        [ -e "$file" ] || continue
        if [ "${REQUIRE_PWSH:-}" = 1 ]; then
            add_up "$file (failed: REQUIRE_PWSH=1)" 0 1 0
        else
            add_up "$file (skipped: no PowerShell)" 0 0 1
        fi
    done
}

close() {
    if [ $((passed + failed)) -eq 0 ]; then
        add_up 'no test ran' 0 1 0
    fi
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] || exit 1
    exit 0
}

run_tests() {
    rm -rf "$results"
    if ! build Everything; then
        add_up 'build' 0 1 0
        close
    fi
    run_xunit 'Category!=Soak' 1
    report_pester_files tests/Module
    add_up 'PSScriptAnalyzer (skipped: no PowerShell)' 0 0 1
    if [ "${REQUIRE_PWSH:-}" = 1 ]; then
        echo 'REQUIRE_PWSH=1 asks for PowerShell, so this run has failed.'
        [ "$failed" -gt 0 ] || add_up 'PowerShell' 0 1 0
    fi
    close
}

run_soak() {
    rm -rf "$results"
    if ! build Everything; then
        add_up 'build' 0 1 0
        close
    fi
    run_xunit 'Category=Soak' 0
    report_pester_files tests/Module/Soak
    if [ $((passed + failed + skipped)) -eq 0 ]; then
        echo 'There are no soak tests yet.'
        exit 0
    fi
    close
}

[ $# -ge 1 ] || usage
verb=$(printf '%s' "$1" | tr '[:upper:]' '[:lower:]')
shift
case "$verb" in demo | test | build | docs | package | coverage | soak) [ $# -eq 0 ] || usage ;; benchmark) ;; *) usage ;; esac

require_dotnet
# Nothing in it needs PowerShell: MSBuild assembles the module.
if [ "$verb" = build ]; then
    build Module || { echo 'The build failed.' && exit 1; }
    echo 'The module is in out/PartnerCenterCart.'
    exit 0
fi
hand_over_if_pwsh "$verb" "$@"
echo "$no_pwsh"
case "$verb" in
    demo) exec dotnet run --project samples/csharp -c Release ;;
    test) run_tests ;;
    soak) run_soak ;;
    docs) echo 'PlatyPS runs in PowerShell, so the help stays as it is in the repository.' && exit 1 ;;
    coverage) echo 'Coverage is measured by a PowerShell script, so it was not; "test" runs the tests.' && exit 1 ;;
    package) echo 'The package is described by a PowerShell script, so it was not made; "build" makes the module itself.' && exit 1 ;;
    benchmark) echo 'The benchmark measures the module in PowerShell, so it was not run.' && exit 1 ;;
esac
