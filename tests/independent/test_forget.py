"""What `forget` tells maintainers to run takes somebody out of the history, and nothing of anybody else."""

import json
import os
import pathlib
import re
import subprocess
import sys

SHARED = "https://forum.example/t/42"


def run(folder, *command, shell=False):
    """Runs a command in the folder as a maintainer would, with git-filter-repo at hand; says what it said."""
    tools = [pathlib.Path(os.environ["ACCOLADE"]).parent, pathlib.Path(sys.executable).parent]
    home = folder.parent
    environment = {
        "PATH": ":".join([*map(str, tools), os.environ["PATH"]]),
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        **{f"GIT_{who}_NAME": "Grace" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "grace@example.org" for who in ("AUTHOR", "COMMITTER")},
    }
    done = subprocess.run(
        ["bash", "-euc", command[0]] if shell else command, cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_the_recipe_takes_one_person_out_and_leaves_all_others(tmp_path):
    gallery = tmp_path / "gallery"
    gallery.mkdir()

    def accolade(*arguments):
        return run(gallery, "accolade", *arguments)

    def commit(message):
        run(gallery, "git", "add", "--all")
        run(gallery, "git", "commit", "--quiet", "--message", message)

    def award(who, consent):
        """One of three whose words are the same: in the ledger, in what was signed, and in a person's file."""
        told = accolade(
            *["award", "soldering", "--url", f"https://forge.example/{who.lower()}", "--name", f"{who} Doe"],
            *["--consent", consent, "--evidence", SHARED, "--narrative", "Corrected a board; said yes."],
        )
        return told.strip().rstrip("/").rsplit("/", 1)[1]

    (gallery / "accolade.toml").write_text("title = 'Test'\nbase_url = 'https://badges.example/'\n")
    for folder in ("issuers", "badges", "people"):
        (gallery / folder).mkdir()
    (gallery / "issuers/guild.toml").write_text("name = 'Guild'\n")
    (gallery / "badges/soldering.toml").write_text("name = 'Soldering'\ndescription = 'Joins.'\ncriteria = 'yes'\n")
    (gallery / "people/bo.toml").write_text('name = "Bo Doe"\nconsent = "yes"\nidentities = ["https://forge.example/bo"]\n')
    run(gallery, "git", "init", "--quiet", "--initial-branch", "main")
    accolade("key", "new", "--no-passphrase")
    gone, kept = award("Ada", "yes"), [award("Bo", "yes"), award("Cy", SHARED)]
    also_gone = award("Di", SHARED)
    commit("Award")
    for it in (gone, kept[0]):
        accolade("revoke", it, "--reason", "Corrected")
    accolade("reinstate", kept[0], "--reason", "Corrected")
    commit("Revoke")
    run(gallery, "git", "clone", "--quiet", "--bare", ".", "../host.git")
    run(gallery, "git", "remote", "add", "origin", "../host.git")

    report = json.loads(accolade("forget", gone, also_gone, "--format", "json"))
    commit("Forget")
    run(gallery, "git", "push", "--quiet", "origin", "main")
    recipe = "\n".join(report["commands"]).replace("URL-OF-THE-REPOSITORY", str(tmp_path / "host.git"))
    run(tmp_path, recipe, shell=True)

    run(tmp_path, "git", "clone", "--quiet", "host.git", "anew")
    anew = tmp_path / "anew"
    run(anew, "accolade", "check")
    log = run(anew, "git", "log", "--all", "--patch", "--full-history")
    assert log.count("Ada Doe") == log.count("forge.example/ada") == log.count("Di Doe") == 0
    for path in [*(f"assertions/soldering/{it}.json" for it in kept), "people/bo.toml", "badges/soldering.toml"]:
        assert (anew / path).read_bytes() == (gallery / path).read_bytes(), path
    for commit_id in run(anew, "git", "rev-list", "HEAD").split():
        ledger = run(anew, "git", "show", f"{commit_id}:status/guild/ledger.toml")
        for entry in ledger.split("\n\n"):
            words = re.findall(r'(?:consent|reason) = "[^"]*"', entry)
            if any(it in entry for it in (gone, also_gone)):
                assert set(words) <= {'consent = "erased"', 'reason = "erased"'}, entry
            elif any(it in entry for it in kept):
                assert words and "erased" not in entry, entry
