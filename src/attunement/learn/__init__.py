"""Training, export and measurement of the models that ship (extra ``train``)."""
