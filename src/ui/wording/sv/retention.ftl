event-redacted = texten i händelse { $seq } togs bort: { $reason }
