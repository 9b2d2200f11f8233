"""Container images of the project and of the local stack: built with Docker, or with buildah where there is none."""
