"""What does one line say of a work: its title, its links, venue, date, people, the note?"""
