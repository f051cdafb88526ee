"""Between a client and a language model: steering, checking, fallbacks. No web framework is needed."""
