"""Tables a poor scan tore to lines, put together again from the evidence; never loaded for whole documents."""
