// Nothing: what the package `server-only` is under React's server condition.
