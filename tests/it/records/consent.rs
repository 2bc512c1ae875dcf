//! A consent is judged on the day it is used.
