package io.tillstream.print.web;

/** How the pages of devices look that are none. */
final class SimulatorPage {

    private static final String HEAD = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Devices of this suite</title>
            <style>body{font:16px system-ui;margin:2rem;background:#dfe1e8}img{display:block;margin:1rem 0;\
            box-shadow:0 1px 6px #0005;max-width:100%}form{display:inline}button,input{font:inherit;padding:.3rem .8rem}</style>
            """;

    private SimulatorPage() {}

    static Answer with(CharSequence body) {
        return Answer.html(HEAD + body);
    }
}
