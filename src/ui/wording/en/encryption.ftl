# The case file's encryption.
encryption-not-built-in = This sisam was built without encryption.
encryption-not-built-in-why = Nothing has been changed.
hint-build-encryption = ask whoever installs programs for a sisam with encryption (cargo build --release --features encryption); keep the file on an encrypted disk until then
encryption-no-file = There is no case file { $file } yet.

key-needed = { $file } is encrypted, and its key is missing.
hint-key-needed = name the key with --key-file FILE or SISAM_KEY_FILE, put it into the key ring, or run the command in a terminal and type the passphrase
key-file-missing = The key file { $file } does not exist.
key-file-unreadable = The key file { $file } cannot be read.
key-file-not-a-file = The key file { $file } is not an ordinary file.
key-file-holds-no-key = There is no key in { $file }.
key-file-open-to-others = Others than you may read the key file { $file }.
hint-chmod = make it yours alone: chmod 600 { $file }
key-file-is-there = { $file } exists and is not written over.
key-file-cannot-be-made = The key file { $file } cannot be made.
hint-new-key-file = choose another name: sisam encrypt --new-key-file FILE
key-ring-silent = The key ring does not answer. If it is locked, unlock it and type the same command again.
key-ring-fault = The key ring cannot be used: { $cause }
key-ring-not-kept = The key could not be put into the key ring. Nothing has been changed.
key-stays = The key stays in { $file }. Do not remove it before the case file can be read without it.
key-stays-in-ring = The new key stays in the key ring.

ask-passphrase = Passphrase for { $file } (not shown as you type)
ask-passphrase-again = That passphrase does not fit. Try again, or leave with Ctrl-C.
ask-new-passphrase = New passphrase, at least { $shortest } characters, four words for instance (not shown as you type)
ask-longer-passphrase = The passphrase must have at least { $shortest } characters.
ask-passphrase-once-more = The same passphrase once more
ask-passphrases-differ = The two were not the same. Start again.
passphrase-needs-terminal = A passphrase can only be typed in a terminal.

encrypt-key-missing = It is not said where the key is to be.
hint-encrypt = encrypt the case file: sisam encrypt
hint-encrypt-key = sisam encrypt --new-key-file FILE, --key-ring, or in a terminal --passphrase
encrypt-how = How is the file to be unlocked?
encrypt-with-passphrase = with a passphrase that I type every time
encrypt-with-ring = by itself, with the computer's key ring
encrypt-with-file = with a key file
encrypt-which-file = What is the key file to be called?
encrypt-warning = If the key is lost the file can never be read again. Nobody can help then.
encrypt-ask = Encrypt the case file now?
told-encrypted = { $file } is encrypted.
told-key-in-file = The key is in { $file }. Keep a copy in another safe place: without it the file can never be read again. Name it with --key-file or SISAM_KEY_FILE.
told-key-in-ring = The key is in the key ring. If it is lost the file can never be read again.
told-key-in-head = Do not forget the passphrase: without it the file can never be read again.
told-not-overwritten = The old file is gone, but not all of it could be overwritten on the disk.
told-readable-copies = These copies are not encrypted. Remove them if they are not needed:

decrypt-not-encrypted = { $file } is not encrypted.
decrypt-needs-yes = Without encryption everybody can read the file who gets at it. Nothing has been changed.
hint-decrypt-yes = if that is what you want: sisam decrypt --yes
decrypt-ask = Without encryption everybody can read { $file } who gets at it. Take the encryption away?
told-decrypted = { $file } is no longer encrypted.
told-encrypted-copy = The file as it was is in { $copy }.
told-key-still-needed = Keep the key as long as there are encrypted copies of the file.
