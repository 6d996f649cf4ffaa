"""How dates are written where Django writes them, a language a package (FORMAT_MODULE_PATH)."""
