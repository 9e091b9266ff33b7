"""`python -m detente.cli` is `detente`."""

import sys

from detente.cli.app import main

sys.exit(main())
