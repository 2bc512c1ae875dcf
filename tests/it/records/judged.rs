//! A history from elsewhere is one that could have been recorded here.
