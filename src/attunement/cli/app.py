"""The tree of commands. Each command's file is imported when the tree is built; heavy parts later."""

from __future__ import annotations

import typer

from attunement.cli import chat, check, evaluate, feedback, mcp, person, read, reply, serve, train

app = typer.Typer(
    name="attune",
    help="Emotional intelligence for conversational AI.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("chat")(chat.chat)
app.command("reply")(reply.reply)
app.command("read")(read.read)
app.command("check")(check.check)
app.command("feedback")(feedback.feedback)
app.command("evaluate")(evaluate.evaluate)
app.command("serve")(serve.serve)
app.command("mcp")(mcp.mcp)
app.add_typer(person.app, name="person", help="See, export, erase what is kept of a person.")
app.add_typer(train.app, name="train", help="Train and fit the models (extra 'train').")
