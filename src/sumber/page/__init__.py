"""From a document as it comes (page, text, line of JSON) to an article."""
