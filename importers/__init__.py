"""From a document to proposals: read, segment, rules, extract, resolve, propose, accept."""
