event-redacted = the text of event { $seq } was taken out: { $reason }
