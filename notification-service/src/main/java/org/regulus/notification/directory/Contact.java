package org.regulus.notification.directory;

/** An operator as its authority reaches it. */
public record Contact(String name, String noticeAddress, Language language) {}
