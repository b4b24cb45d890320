@{
    Severity     = @('ParseError', 'Error', 'Warning')
    ExcludeRules = @(
        # Meant for commands that a module exports. Ours are C#, and the functions of scripts and tests are called by nobody else.
        'PSUseShouldProcessForStateChangingFunctions'
        'PSUseSingularNouns'
        # Windows PowerShell 5.1 reads a file without a BOM as ANSI, but .editorconfig asks for UTF-8 without one.
        'PSUseBOMForUnicodeEncodedFile'
    )
}
