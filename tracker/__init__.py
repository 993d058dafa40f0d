"""The Django project: settings, addresses, headers, deployment checks. It knows nothing of prisoners."""
