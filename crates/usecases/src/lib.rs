//! One file per thing a person can do; the ports Store and Clock.
