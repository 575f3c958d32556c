"""One file per verb of the `tracker` command, named `<verb>_.py`; each holds a click command called `command`."""
