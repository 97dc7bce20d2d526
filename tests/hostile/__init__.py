"""What is made to hurt: texts, files, folders, numbers and strings, each made by a generator of ours."""
